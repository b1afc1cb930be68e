import { describe, expect, it } from 'vitest';
import { hostsOfNetLog, requestsOfNetLog } from '#scripts/driver/net-log.ts';

/** Lines as Chromium writes them; the last was cut off with the browser. */
const log = [
  '{"constants":{"logEventTypes":{"URL_REQUEST_START_JOB":3}},"events":[',
  '{"params":{"initiator":"chrome-extension://abc","method":"GET","url":"http://one.example/a"},"phase":1,"type":3},',
  '{"params":{"initiator":"http://page.example","method":"GET","url":"wss://two.example/b"},"phase":1,"type":3},',
  '{"params":{"initiator":"not an origin","method":"GET","url":"https://three.example/"},"phase":1,"type":3},',
  '{"params":{"initiator":"chrome-extension://abc","method":"GET","url":"chrome-extension://abc/x.js"},"phase":1,"type":3},',
  '{"params":{"url":"http://four.example/"},"phase":1,"type":4}],',
  '{"params":{"initiator":"http://page.example","url":"http://five.exam',
].join('\n');

describe('a net log of Chromium', () => {
  it('tells the requests and for whom they were made', () => {
    expect(requestsOfNetLog(log)).toEqual([
      { address: 'http://one.example/a', initiator: 'chrome-extension://abc' },
      { address: 'wss://two.example/b', initiator: 'http://page.example' },
      { address: 'https://three.example/', initiator: '' },
    ]);
  });

  it('tells the hosts, also of what nobody asked for by name', () => {
    expect(hostsOfNetLog(log)).toEqual(['four.example', 'one.example', 'three.example', 'two.example']);
  });
});
