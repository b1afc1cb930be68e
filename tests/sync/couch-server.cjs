const base = '/tmp/npmtry/node_modules/';
const PouchDB = require(base + 'pouchdb-core')
  .plugin(require(base + 'pouchdb-adapter-memory'))
  .plugin(require(base + 'pouchdb-adapter-http'))
  .plugin(require(base + 'pouchdb-replication'))
  .plugin(require(base + 'pouchdb-mapreduce'));
const app = require(base + 'express-pouchdb')(PouchDB.defaults({ adapter: 'memory' }), {
  inMemoryConfig: true,
  mode: 'minimumForPouchDB',
  logPath: '/tmp/npmtry/log.txt',
});
app.listen(Number(process.argv[2] || 5998), '127.0.0.1', () => console.log('up'));
