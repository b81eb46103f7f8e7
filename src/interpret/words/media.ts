/**
 * Words and names of media: what shows that a name is an outlet, a platform or a gathering. One kind a table, words
 * parted by blanks or names by semicolons; add to them freely, order says nothing. Listing a name judges none.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
const names = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s*;\s*/u)
      .map((name) => name.trim().toLowerCase()),
  );

/** Last or first words of outlets' names, lower-cased. */
export const outletWords = words(`
news newspaper times post journal herald tribune daily gazette chronicle telegraph courier wire agency radio tv
television broadcasting magazine weekly today observer guardian mail sun mirror standard independent express star sentinel
bulletin dispatch examiner inquirer press media channel network review digest monitor reporter record globe world
`);

/** Nouns that introduce an outlet's name: "the daily X", "state broadcaster X". */
export const outletNouns = words(`
daily weekly monthly newspaper paper tabloid agency newswire broadcaster channel station network outlet website portal
site magazine journal publication blog podcast programme program show service
`);

/** Agencies, papers, broadcasters whose names show it by no word. */
export const outletNames = names(`
TASS; RIA Novosti; Interfax; Sputnik; Izvestia; Kommersant; Vedomosti; Pravda; RBC; RT; Meduza; Ekho Kavkaza; Novaya Gazeta;
Reuters; AP; Associated Press; AFP; Agence France-Presse; dpa; EFE; ANSA; Xinhua; CCTV; CGTN; Kyodo; Yonhap; IRNA; Fars; Tasnim;
Anadolu; Tanjug; Beta; FoNet; Hina; Agerpres; BTA; MTI; PAP; CTK; BelTA; Ukrinform; Unian; Belga; Moldpres; Infotag; IPN;
Trend; Turan; Armenpress; News.am; Civil.ge; Interpressnews; Netgazeti; Imedi; Rustavi 2; Formula; Mtavari; Echo of the Caucasus;
Al Jazeera; Al Arabiya; MAP; Maghreb Arabe Presse; APS; SPS; Sahara Press Service; TSA; El Watan; Hespress; Jeune Afrique;
BBC; CNN; CBS; NBC; ABC; MSNBC; CNBC; C-SPAN; PBS; NPR; Fox; Sky; ITV; ARD; ZDF; Bloomberg; Politico; Axios; BuzzFeed; Vox; Time;
Newsweek; The Hill; The Atlantic; The New Yorker; Rolling Stone; The Economist; Le Monde; Le Figaro; Liberation; Der Spiegel; Die Welt; Die Zeit;
Bild; FAZ; Handelsblatt; El País; El Mundo; El Universal; Corriere della Sera; La Repubblica; Gazeta Wyborcza; Rzeczpospolita; Euronews; Euractiv;
Deutsche Welle; DW; RFE/RL; RFI; Voice of America; VOA; Balkan Insight; BIRN; Koha; KoHa Ditore; Kallxo; Klan Kosova; Gazeta Express; Blic; Danas; Politika; Vreme;
N1; B92; Dnevnik; Newsmaker; Newsmax; Breitbart; HuffPost; Global Times; Focus Taiwan; CNA; Central News Agency; NHK; Haaretz; Hürriyet; TRT; POLITICO;
Suspilne; Ukrainska Pravda; Magyar Nemzet; Telex; Index; HVG; 444; Delfi; ERR; LRT; LSM; Postimees; TVP; Onet; Polsat; Digi24; Hotnews; G4Media;
TV8; Apsnypress; OC Media; JAMnews; Caucasian Knot; Kathimerini; Phileleftheros; Politis; Kibris; Yeni Düzen; Havadis; BRT; CyBC; RIK; ANT1; SKAI;
ERT; To Vima; Ta Nea; Proto Thema; Sabah; Milliyet; Cumhuriyet; Sözcü; Habertürk; NTV; CNN Türk; Ma'an; WAFA; Al Mayadeen; Al Manar; Kan; Maariv;
Yedioth Ahronoth; Ynet; Walla; Mada Masr; Al Ahram; Asharq Al-Awsat; TVBS; RTK; Telegrafi; Kossev; Kurir; Informer; Nova S; RTS; Vijesti; Pobjeda;
Oslobođenje; Dnevni Avaz; Rossiya 1; Rossiya 24; Channel One; Dozhd; TV Rain; Lenta.ru; Gazeta.ru; Zvezda; SVT; Yle; NRK; Dagens Nyheter;
Svenska Dagbladet; Aftonbladet; Expressen; Helsingin Sanomat; Iltalehti; Ilta-Sanomat
`);

/** Where people write or post. */
export const platforms = names(`
Twitter; X; Facebook; Telegram; Instagram; YouTube; TikTok; VK; VKontakte; WhatsApp; LinkedIn; Threads; Truth Social; Bluesky;
Mastodon; Weibo; WeChat; Reddit; Snapchat; Medium; Substack; Viber; Odnoklassniki; Signal; Line; Rumble; Periscope
`);

/** Nouns of one's place on a platform: "her X channel". */
export const platformPlaces = words('account channel page feed profile blog wall handle stream');

/** Gatherings at which words are said; a press conference is none, since all outlets hear it. */
export const gatherings = words(`
meeting summit session rally forum congress assembly convention conference plenary
`);

/** Verbs of writing: what one writes "on" a name is written on a platform. */
export const writing =
  /\b(?:wrote|writes|written|writing|posted|posts|posting|tweeted|tweets|tweeting|blogged|shared)\b/u;
