/** Names of the world in Latin letters that @faker-js/faker does not have: hand-written lists, and its Cyrillic and Greek ones transliterated. */
export interface WorldLocale {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly last: readonly string[];
  /** Whether the family name stands first. */
  readonly familyFirst: boolean;
}

const words = (list: string): string[] => list.split(' ');

const chineseFamilies = words(
  'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Qian Yin Chang Lai Gong Wen Pang Lan Yi Qi',
);
const cantoneseFamilies = words(
  'Chan Wong Lee Cheung Lau Leung Ho Ng Lam Cheng Chow Yeung Kwok Tang Tsang Yip Yau Choi Chiu Fung Mok Poon Siu So Tam To Tsui Yiu Yuen Hui Kwan Lo Ma Mak Pang Shek Szeto Wu Hsieh Hsu Tsai Chiang Chu Kuo Tseng Hung Tsao',
);
const pinyin = words(
  'jing wei ming li na fang xiao yan hua jun yong lei tao bin gang peng bo jie hui ping dong feng hao jian qiang rong shan wen xin ying yu yun zhi zhong chun guo hai hong jia kai lan lin long mei ning qing rui shu si tian ting xia xue yang yao yi yuan ze zhen zi bao cheng da en fei gen heng kun liang mian nan qi ru sheng tong wan xiang xing xu ya ye you zhao',
);
const cantonese = words(
  'chi wai kin ming man ching yan yuk lin ka fai siu kwok hung chun hei shing tat mei ling sze wing ho kit lok hin ying yee suet fong pui tin yiu tung cheuk hing keung kam hoi po tak wah ting shan chiu yin kei lam yeung',
);
const wadeGiles = words(
  'ying jeou wen chih wei ching te chun hsiung kuo chang ming hui mei ling jung chi tsung yuan hsin yi shu chen sheng pei fen kun jui lung fang chao hsiang ta chiao han',
);
const koreanFamilies = words(
  'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong Jeon Ko Moon Yang Son Bae Baek Heo Nam Sim Noh Ha Ryu Min Chung Rhee Chun',
);
const korean = words(
  'min seo ji hyun woo jun ho young soo jin sung kyu hee jae in guk tae eun hye kyung won chul sang dong hwan geun bum yeon na ra mi sun joon seok il yong gun hyo bin ki suk',
);
const japaneseFamilies = words(
  'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Ogawa Okada Goto Hasegawa Murakami Kondo Ishii Saito Sakamoto Endo Aoki Fujii Nishimura Fukuda Ota Miura Fujiwara Okamoto Matsuda Nakajima Nakano Harada Ono Tamura Takeuchi Kaneko Wada Nakayama Ishida Ueda Morita Hara Shibata Sakai Kudo Yokoyama Miyazaki Miyamoto Uchida Takagi Ando Taniguchi Ohno Maruyama Imai Takada Fujimoto Takeda Murata Ueno Sugiyama Masuda Hirano Kojima Kishida Suga Koike Aso Kono',
);
const japaneseMen = words(
  'Hiroshi Takashi Kenji Akira Makoto Naoto Shinzo Yoshihide Fumio Taro Ichiro Kazuo Hideki Koji Masahiro Satoshi Takeshi Daisuke Kenta Shota Ryo Yuta Haruki Kenzaburo Junichiro Shigeru Nobuo Osamu Tadashi Toshiro Yasuhiro Yukio',
);
const japaneseWomen = words(
  'Yuriko Naomi Keiko Yoko Sachiko Akiko Haruka Yui Sakura Ayumi Misaki Rina Emi Kyoko Michiko Noriko Tomoko Yumi Mariko Reiko Kazuko Fumiko Hanako',
);
const arabicMen = words(
  'Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Hussain Omar Khaled Khalid Ibrahim Youssef Yusuf Mahmoud Mustafa Abdullah Abdallah Abdulrahman Abdelaziz Abdulaziz Abdel Fattah Salman Faisal Fahd Sultan Saud Turki Nasser Jamal Gamal Anwar Hosni Bashar Hafez Saddam Tariq Tareq Walid Waleed Ziad Samir Sami Rami Karim Kareem Bilal Hamza Hamad Tamim Mansour Rashid Zayed Saeed Saif Haitham Qaboos Nawaf Mishal Sabah Jaber Adel Nabil Nabih Saad Rafik Najib Michel Ismail Yahya Khalil Osama Ayman Abu Mahdi Muqtada Nouri Haider Barham Mokhtar Moncef Rached Kais Abdelmadjid Abdelaziz Houari Moussa Idriss Moktar Ould Fouad Fuad Ghassan Hani Imad Jawad Marwan Muammar Riyad Shafiq Wael Yasser Zakaria',
);
const arabicWomen = words(
  'Fatima Aisha Khadija Maryam Mariam Layla Leila Noor Nour Huda Hind Salma Amal Amina Samira Rania Dina Mona Nadia Yasmin Zainab Zaynab Hanan Asma Sara Latifa Haya Reem Rima Lama Dalal Manal Loujain Tawakkol Nawal Hala Souad Malika Najat Widad Ghada Suha Sawsan',
);
const arabicFamilies = words(
  'Al-Maliki Al-Sisi Al-Assad Al-Sabah Al-Thani Al-Nahyan Al-Maktoum Al-Saud Al-Said Al-Khalifa Al-Jaber Al-Otaibi Al-Ghamdi Al-Harbi Al-Qahtani Al-Shammari Al-Mutairi Al-Dosari Al-Zahrani Al-Rashid Al-Baghdadi Al-Sadr Al-Sistani Al-Kadhimi Al-Abadi Al-Houthi Al-Hadi al-Maliki al-Sisi al-Assad al-Zawahiri al-Bashir al-Mahdi al-Burhan al-Sarraj al-Haddad al-Masri al-Najjar Haddad Khoury Nasrallah Hariri Mikati Aoun Berri Geagea Jumblatt Abbas Arafat Haniyeh Mashal Barghouti Erekat Ashrawi Mubarak Morsi Sadat Nasser ElBaradei Shoukry Madbouly Tebboune Bouteflika Boumediene Benflis Ghannouchi Saied Essebsi Marzouki Haftar Gaddafi Dbeibah Hamdok Bashir Burhan Mansour Saleh Hadi Ghani Karzai Massoud Rabbani Hekmatyar Khalilzad Sharif Bhutto Zardari Khan Imran Bajwa Qureshi Chaudhry Malik Iqbal Butt Raza Hossain Rahman Islam Haque Chowdhury Uddin Begum Miah Sarkar Akhtar Siddiqui',
);
const persianMen = words(
  'Hassan Mahmoud Ali Javad Mohammad Ebrahim Qassem Reza Mehdi Hossein Saeed Abbas Amir Behzad Dariush Farhad Kourosh Majid Mohsen Morteza Nader Omid Parviz Ramin Sadegh Shahram Siavash',
);
const persianFamilies = words(
  'Rouhani Khamenei Khomeini Zarif Raisi Soleimani Ahmadinejad Rafsanjani Mousavi Karroubi Larijani Jahangiri Shamkhani Salehi Araghchi Hashemi Ahmadi Karimi Rezaei Moradi Jafari Rahimi Sadeghi Hosseini Mohammadi Panahi Farhadi Kiarostami Ebadi Sotoudeh',
);
const thaiFirst = words(
  'Thaksin Yingluck Prayut Prawit Abhisit Somchai Thanathorn Anutin Pita Srettha Chuan Suthep Somkid Chadchart Paetongtarn Surayud Banharn Somsak Wissanu Apirat Narongphan Kittiratt Nattawut Jatuporn Wichit Sudarat Chalermchai Jurin Supachai Korn Piyabutr Pannika Parit Arnon Panusaya',
);
const thaiLast = words(
  'Shinawatra Chan-ocha Wongsuwan Vejjajiva Wongsawat Juangroongruangkit Charnvirakul Limjaroenrat Thavisin Leekpai Thaugsuban Jatusripitak Sittipunt Chulanont Silpa-archa Thepsuthin Krea-ngam Kongsompong Jittkaewtae Saikua Promphan Keyuraphan Laksanawisit Chiwarak Nampa Sithijirawattanakul',
);
const vietnameseFamilies = words(
  'Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ngo Duong Ly Truong Dinh Lam',
);
const vietnamese = words(
  'Van Thi Minh Duc Xuan Phuc Trong Quang Thanh Tuan Hung Dung Anh Binh Chinh Cuong Dat Giang Ha Hai Hanh Hoa Hue Huong Khanh Lan Linh Long Mai Nam Nga Ngoc Nhung Phuong Quan Son Tam Thao Thuy Tien Trang Tu Viet Yen',
);
const indianMen = words(
  'Narendra Rahul Amit Arvind Manmohan Atal Rajiv Sanjay Sachin Virat Amitabh Anil Mukesh Gautam Ratan Deepak Yogi Akhilesh Mulayam Nitish Lalu Uddhav Sharad Devendra Chandrababu Naveen Pinarayi Palaniswami Stalin Ashok Kapil Shashi Jairam Piyush Nirmal Rajnath Subramanyam Ajit Prakash Ravi Suresh Ramesh Mahesh Dinesh Rajesh Vijay Ajay Vikram Arun Mahinda Gotabaya Ranil Sajith Maithripala Sher Pushpa',
);
const indianWomen = words(
  'Sonia Priyanka Mamata Mayawati Jayalalithaa Smriti Nirmala Sushma Pratibha Kiran Deepika Aishwarya Kangana Anushka Alia Vidya Rekha Lata Asha Sunita Anita Kavita Shobha Usha Indira Chandrika Sirimavo Hasina Khaleda',
);
const indianFamilies = words(
  'Modi Gandhi Shah Kejriwal Singh Vajpayee Banerjee Yadav Thackeray Pawar Fadnavis Naidu Patnaik Vijayan Sharma Verma Gupta Kumar Patel Reddy Rao Nair Menon Iyer Iyengar Mukherjee Chatterjee Bose Das Ghosh Sen Dutta Chopra Kapoor Khanna Malhotra Mehta Joshi Desai Jain Agarwal Mittal Ambani Adani Tata Birla Kohli Tendulkar Dhoni Ganguly Tharoor Sitharaman Jaishankar Rajapaksa Wickremesinghe Sirisena Premadasa Bandaranaike Perera Fernando Silva Gunawardena Jayawardene Deuba Oli Prachanda Dahal Koirala Shrestha Thapa Gurung',
);
const eastAfricanFirst = words(
  'Uhuru William Musalia Moses Kalonzo Martha Mwai Wycliffe Kithure Fred Yoweri Kizza Bobi Paul Jakaya Samia John Salva Riek Isaias Abiy Hailemariam Tedros Mulatu Sahle Debretsion Getachew Jawar Birtukan Meles Mengistu Haile Hassan Farmajo Sheikh Abdi Omar Mo Ismail Wanjiku Njeri Achieng Atieno Akinyi Wambui Nyokabi Muthoni Kipchoge Kiprotich Chebet Jepkosgei',
);
const eastAfricanLast = words(
  'Kenyatta Ruto Mudavadi Wetangula Musyoka Karua Kibaki Oparanya Kindiki Matiangi Museveni Besigye Kagame Kikwete Magufuli Nyerere Kiir Machar Afwerki Ahmed Desalegn Ghebreyesus Zenawi Selassie Farmaajo Mohamud Kamau Mwangi Otieno Omondi Ochieng Okoth Kimani Njoroge Karanja Wanyama Barasa Cheruiyot Rotich Koech Mutua Kilonzo Nyong Waiguru Omtatah Wainaina',
);
const southernAfricanFirst = words(
  'Cyril Jacob Thabo Nelson Julius Mmusi Helen Nkosazana Pravin Tito Bheki Zweli Naledi Lindiwe Gwede Ace Desmond Winnie Siya Makazole Emmerson Robert Morgan Nelson Tendai Hage Saara Netumbo Hifikepunye Sam Edgar Hakainde Levy Michael Lazarus Peter Joyce Filipe Armando Joaquim Jose Isaias Mokgweetsi Seretse Festus',
);
const southernAfricanLast = words(
  'Ramaphosa Zuma Mbeki Mandela Malema Maimane Zille Dlamini-Zuma Gordhan Mboweni Cele Mkhize Pandor Sisulu Mantashe Magashule Tutu Madikizela Kolisi Mapimpi Mnangagwa Mugabe Tsvangirai Chamisa Biti Geingob Kuugongelwa-Amadhila Nandi-Ndaitwah Pohamba Nujoma Lungu Hichilema Mwanawasa Sata Chakwera Mutharika Banda Nyusi Guebuza Chissano Masisi Khama Mogae Dhlamini Khumalo Ndlovu Nkosi Sithole Moyo Ncube Dube Mokoena Molefe Modise Phiri Zulu Mabuza',
);
const westAfricanFirst = words(
  'Muhammadu Goodluck Olusegun Atiku Bola Yemi Aminu Godwin Ngozi Babatunde Rotimi Nyesom Nasir Ibrahim Umaru Sani Moshood Chinua Wole Chimamanda Fela Nana John Kofi Kwame Jerry Mahamudu Macky Abdoulaye Ousmane Idrissa Alassane Laurent Guillaume Alpha Mamady Cellou Adama Yahya Julius Ernest George Ellen Blaise Roch Paul Patrice Faure Gnassingbe Issoufou Moussa Paul Ahidjo Samuel Maurice Ali Omar Denis Felix Joseph Moise Amadou Boubacar Aboubacar Mamadou Sekou Fatou Aminata Mariama Isatou Binta',
);
const westAfricanLast = words(
  'Buhari Jonathan Obasanjo Abubakar Tinubu Osinbajo Tambuwal Emefiele Okonjo-Iweala Fashola Amaechi Wike El-Rufai Babangida Abacha Abiola Achebe Soyinka Adichie Kuti Akufo-Addo Mahama Kufuor Annan Nkrumah Rawlings Bawumia Sall Wade Sonko Seck Ouattara Gbagbo Soro Conde Doumbouya Diallo Barrow Jammeh Maada Koroma Weah Sirleaf Compaore Kabore Damiba Talon Yayi Eyadema Issoufou Bazoum Biya Kamto Bongo Sassou-Nguesso Tshisekedi Kabila Katumbi Traore Keita Toure Coulibaly Diarra Sissoko Camara Sow Ba Ndiaye Diop Fall Gueye Mane Salah Osei Mensah Asante Boateng Appiah Owusu Adjei Eze Okafor Nwosu Okeke Adeyemi Ogunleye Balogun Bello Musa Yusuf Danjuma',
);

function given(syllables: readonly string[], joint: '' | '-', count: number): string[] {
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const a = syllables[(i * 7) % syllables.length] ?? '';
    const b = syllables[(i * 13 + 5) % syllables.length] ?? '';
    const head = a.charAt(0).toUpperCase() + a.slice(1);
    names.push(i % 4 === 0 && joint === '' ? head : head + joint + b);
  }
  return names;
}

/** Hand-written locales. */
export const worldLocales: readonly WorldLocale[] = [
  { female: [], male: given(pinyin, '', 160), last: chineseFamilies, familyFirst: true },
  { female: [], male: given(cantonese, '-', 140), last: cantoneseFamilies, familyFirst: true },
  { female: [], male: given(wadeGiles, '-', 100), last: cantoneseFamilies, familyFirst: true },
  { female: [], male: given(korean, '-', 140), last: koreanFamilies, familyFirst: true },
  { female: [], male: vietnamese, last: vietnameseFamilies, familyFirst: true },
  { female: japaneseWomen, male: japaneseMen, last: japaneseFamilies, familyFirst: false },
  { female: arabicWomen, male: arabicMen, last: arabicFamilies, familyFirst: false },
  { female: [], male: arabicMen, last: arabicFamilies, familyFirst: false },
  { female: [], male: persianMen, last: persianFamilies, familyFirst: false },
  { female: [], male: thaiFirst, last: thaiLast, familyFirst: false },
  { female: indianWomen, male: indianMen, last: indianFamilies, familyFirst: false },
  { female: [], male: eastAfricanFirst, last: eastAfricanLast, familyFirst: false },
  { female: [], male: southernAfricanFirst, last: southernAfricanLast, familyFirst: false },
  { female: [], male: westAfricanFirst, last: westAfricanLast, familyFirst: false },
];

const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ѓ: 'gj', ќ: 'kj', љ: 'lj', њ: 'nj', ј: 'j', џ: 'dzh', ѕ: 'dz',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
}; // prettier-ignore

/** A Cyrillic or Greek name in Latin letters; other scripts give an empty string. */
export function transliterate(name: string): string {
  if (!/^[\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’-]+$/u.test(name)) return '';
  const plain = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/ά/g, 'α')
    .replace(/έ/g, 'ε')
    .replace(/[ήη]/g, 'η')
    .replace(/[ίϊΐ]/g, 'ι')
    .replace(/ό/g, 'ο')
    .replace(/[ύϋ]/g, 'υ')
    .replace(/ώ/g, 'ω');
  const latin = Array.from(plain)
    .map((letter) => letters[letter] ?? (letter === '-' ? '-' : ''))
    .join('')
    .replace(/iy$/, 'y');
  return latin.length > 2 ? latin.charAt(0).toUpperCase() + latin.slice(1) : '';
}
