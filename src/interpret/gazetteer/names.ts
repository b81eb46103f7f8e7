/**
 * What countries-list does not tell: contested and unrecognised places with the names that each side uses, bodies and
 * unions, regions, demonyms that no rule gives. Listing a name endorses none; the order says nothing.
 * Sources: the parties' own constitutions and official sites, the UN list of non-self-governing territories,
 * Wikipedia "List of states with limited recognition". Lines: canonical | other names | demonyms.
 */
export const contestedPlaces = `
South Ossetia | Republic of South Ossetia; State of Alania; South Ossetia-Alania; Tskhinvali region; Tskhinvali Region; Samachablo | South Ossetian; South Ossetians; Ossetian; Ossetians
Abkhazia | Republic of Abkhazia; Autonomous Republic of Abkhazia; Apsny | Abkhaz; Abkhazian; Abkhazians
Transnistria | Pridnestrovie; Pridnestrovian Moldavian Republic; Trans-Dniester; Transdniester; Transdniestria; PMR | Transnistrian; Transnistrians; Pridnestrovian
Kosovo | Republic of Kosovo; Kosova; Kosovo and Metohija; Kosovo-Metohija | Kosovar; Kosovars; Kosovo Serb; Kosovo Serbs; Kosovan; Kosovans; Kosovo Albanian
Western Sahara | Sahrawi Arab Democratic Republic; Sahrawi Republic; SADR; Moroccan Sahara; Southern Provinces; southern provinces | Sahrawi; Sahrawis; Saharawi; Saharawis
Taiwan | Republic of China; Chinese Taipei; Taiwan, China; China's Taiwan; China's Taiwan region; Taiwan Province; Taiwan authorities; Taiwan region; China's Taiwan Province | Taiwanese
Northern Cyprus | Turkish Republic of Northern Cyprus; TRNC; North Cyprus; Turkish Cypriot State; north of Cyprus; northern part of Cyprus | Turkish Cypriot; Turkish Cypriots
Somaliland | Republic of Somaliland | Somalilander; Somalilanders
Nagorno-Karabakh | Artsakh; Republic of Artsakh; Nagorno-Karabakh Republic; Karabakh | Karabakhi
Palestine | State of Palestine; Palestinian Authority; Palestinian territories; occupied Palestinian territories | Palestinian; Palestinians
Crimea | Republic of Crimea; Autonomous Republic of Crimea; Crimean Peninsula; Crimean peninsula | Crimean; Crimeans
Donetsk People's Republic | DPR; DNR; Donetsk republic |
Luhansk People's Republic | LPR; LNR; Lugansk People's Republic |
Donbas | Donbass; Donbas region |
Republika Srpska | Serb Republic | Bosnian Serb; Bosnian Serbs
Gagauzia | Gagauz Yeri | Gagauz
Catalonia | | Catalan; Catalans
Kashmir | Jammu and Kashmir; Azad Kashmir | Kashmiri; Kashmiris
Tibet | Tibet Autonomous Region; Xizang | Tibetan; Tibetans
Golan Heights | Golan |
West Bank | Judea and Samaria |
Gaza Strip | Gaza | Gazan; Gazans
Hong Kong | Hong Kong SAR | Hongkonger; Hongkongers
Iraqi Kurdistan | Kurdistan Region | Kurdish; Kurds
Scotland | | Scottish; Scots
Greenland | Kalaallit Nunaat | Greenlandic; Greenlander; Greenlanders
Faroe Islands | Faroes | Faroese
New Caledonia | Kanaky | New Caledonian; New Caledonians
Bougainville | Autonomous Region of Bougainville | Bougainvillean
West Papua | Western New Guinea; Irian Jaya | Papuan; Papuans
Tigray | | Tigrayan; Tigrayans
Puntland | |
Jubaland | |
Ambazonia | Southern Cameroons | Ambazonian
Cabinda | |
Biafra | | Biafran; Biafrans
Zaporizhzhia | Zaporizhzhia region; Zaporizhzhya |
Kherson | Kherson region |
Falkland Islands | Falklands; Malvinas; Islas Malvinas | Falkland Islander; Falkland Islanders
Gibraltar | | Gibraltarian; Gibraltarians
Senkaku Islands | Senkakus; Diaoyu Islands; Diaoyu |
Spratly Islands | Spratlys; Nansha Islands |
Paracel Islands | Paracels; Xisha Islands |
Dokdo | Takeshima; Liancourt Rocks |
Kuril Islands | Kurils; Northern Territories; Southern Kurils |
East Jerusalem | |
Essequibo | Guayana Esequiba; Esequibo |
Abyei | |
Chagos Islands | Chagos Archipelago; British Indian Ocean Territory | Chagossian; Chagossians
Rojava | Autonomous Administration of North and East Syria; AANES |
Chechnya | Ichkeria; Chechen Republic of Ichkeria | Chechen; Chechens
Tatarstan | | Tatar; Tatars
Adjara | Ajara; Adjaria | Adjarian
Nakhchivan | Nakhichevan; Naxcivan |
Corsica | | Corsican; Corsicans
Basque Country | Euskadi | Basque; Basques
Xinjiang | East Turkestan; Xinjiang Uyghur Autonomous Region | Uyghur; Uyghurs
Macau | Macao | Macanese
`;

/**
 * Names from the table above that tell where the one who uses them stands, though no mark is with them: a label even
 * where it is bare.
 */
export const namesOfOneSide = `
Republic of South Ossetia; State of Alania; South Ossetia-Alania; Tskhinvali region; Tskhinvali Region; Samachablo; Republic of Abkhazia;
Autonomous Republic of Abkhazia; Apsny; Pridnestrovie; Pridnestrovian Moldavian Republic; PMR; Republic of Kosovo; Kosova;
Kosovo and Metohija; Kosovo-Metohija; Sahrawi Arab Democratic Republic; Sahrawi Republic; SADR; Moroccan Sahara; Southern Provinces;
southern provinces; Republic of China; Chinese Taipei; Taiwan, China; China's Taiwan; China's Taiwan region; China's Taiwan Province; Taiwan Province; Taiwan authorities; Taiwan region; Turkish Republic of Northern Cyprus; TRNC; Republic of Somaliland;
Artsakh; Republic of Artsakh; State of Palestine; Judea and Samaria; Republic of Crimea; Lugansk People's Republic; LNR; DNR;
Malvinas; Islas Malvinas; Diaoyu Islands; Diaoyu; Nansha Islands; Xisha Islands; Takeshima; Northern Territories; Guayana Esequiba;
Ichkeria; Chechen Republic of Ichkeria; East Turkestan; Xizang; Kanaky; Ambazonia; Rojava
`;

/**
 * Places from the table above whose own authorities call them a region, province, territory or island, or that have none:
 * "the Kherson region" is then a plain name. Source: their statutes and constitutions.
 */
export const landsWithin = `
Crimea; Donbas; Republika Srpska; Gagauzia; Catalonia; Kashmir; Tibet; Golan Heights; West Bank; Gaza Strip; Hong Kong; Iraqi Kurdistan;
Scotland; Greenland; Faroe Islands; New Caledonia; Bougainville; West Papua; Tigray; Puntland; Jubaland; Cabinda; Zaporizhzhia; Kherson;
Falkland Islands; Gibraltar; Senkaku Islands; Spratly Islands; Paracel Islands; Dokdo; Kuril Islands; East Jerusalem; Essequibo; Abyei;
Chagos Islands; Rojava; Chechnya; Tatarstan; Adjara; Nakhchivan; Corsica; Basque Country; Xinjiang; Macau; Northern Ireland; Nagorno-Karabakh
`;

export const bodies = `
European Union | EU; the bloc's 27 members |
NATO | North Atlantic Treaty Organization; North Atlantic Treaty Organisation; North Atlantic Alliance |
United Nations | UN; U.N. |
UN Security Council | United Nations Security Council; U.N. Security Council; Security Council |
UN General Assembly | United Nations General Assembly; General Assembly |
African Union | AU |
Arab League | League of Arab States |
ASEAN | Association of Southeast Asian Nations |
BRICS | BRICS+ |
Organisation of African Unity | Organization of African Unity; OAU |
ECOWAS | Economic Community of West African States |
Alliance of Sahel States | AES |
Arab Maghreb Union | |
Gulf Cooperation Council | GCC |
Organisation of Islamic Cooperation | OIC; Organization of Islamic Cooperation |
Organization of Turkic States | Turkic Council; Organisation of Turkic States |
GUAM | GUAM Organization for Democracy and Economic Development |
Organization of American States | OAS; Organisation of American States |
Mercosur | Mercosul |
CARICOM | Caribbean Community |
Pacific Islands Forum | |
Non-Aligned Movement | |
Commonwealth of Nations | |
European Free Trade Association | EFTA |
European Economic Area | EEA |
Eastern Partnership | |
Visegrad Group | Visegrád Group; V4 |
Nordic Council | |
Benelux | |
East African Community | EAC |
Southern African Development Community | SADC |
SAARC | South Asian Association for Regional Cooperation |
AUKUS | |
Quad | |
OPEC | |
International Atomic Energy Agency | IAEA |
International Olympic Committee | IOC |
FIFA | |
UEFA | |
Commonwealth of Independent States | CIS |
Collective Security Treaty Organization | CSTO; Collective Security Treaty Organisation |
Eurasian Economic Union | EAEU; EEU |
Union State | Union State of Russia and Belarus; Russia-Belarus Union State; Russia-Belarus union state; union state |
Shanghai Cooperation Organisation | SCO; Shanghai Cooperation Organization |
Organization for Security and Co-operation in Europe | OSCE; Organisation for Security and Co-operation in Europe |
Council of Europe | |
European Commission | |
European Parliament | |
European Council | |
World Trade Organization | WTO; World Trade Organisation |
World Health Organization | WHO; World Health Organisation |
International Monetary Fund | IMF |
World Bank | |
International Criminal Court | ICC |
International Court of Justice | ICJ |
Interpol | INTERPOL |
UNESCO | |
G7 | Group of Seven; G-7 |
G20 | Group of 20; G-20 |
Polisario Front | Polisario; Frente Polisario |
Hamas | |
Hezbollah | |
Schengen Area | Schengen area; Schengen zone; Schengen |
Eurozone | eurozone; euro zone; euro area |
`;

export const regions = `
Latin America | | Latin American
Africa | | African; Africans
Asia | | Asian
Europe | | European; Europeans
Middle East | |
Western Balkans | Balkans | Balkan
Central Asia | | Central Asian
South Caucasus | Caucasus | Caucasian
Caribbean | |
`;

/** Other names of states: common name | names | demonyms that the suffix rule does not find. */
export const states = `
Russia | Russian Federation |
United States | US; U.S.; U.S; USA; U.S.A.; United States of America; America | American; Americans
United Kingdom | UK; U.K.; Great Britain; Britain | British; Briton; Britons; English
China | People's Republic of China; PRC; mainland China | Chinese
Germany | Federal Republic of Germany | German; Germans
France | French Republic | French
Netherlands | the Hague; Holland | Dutch
Greece | Hellenic Republic | Greek; Greeks
Turkey | Türkiye; Turkiye; Republic of Türkiye; Republic of Turkey | Turkish; Turks
Spain | Kingdom of Spain | Spanish; Spaniards
Denmark | | Danish; Danes
Sweden | | Swedish; Swedes
Finland | | Finnish; Finns
Norway | | Norwegian; Norwegians
Poland | | Polish; Poles
Ireland | Republic of Ireland | Irish
Switzerland | Swiss Confederation | Swiss
Portugal | | Portuguese
Czechia | Czech Republic | Czech; Czechs
Slovakia | | Slovak; Slovaks
Slovenia | | Slovene; Slovenes; Slovenian
Croatia | | Croat; Croats
Serbia | | Serb; Serbs
Hungary | | Hungarian; Hungarians
Belgium | | Belgian; Belgians
Iceland | | Icelandic
Moldova | Republic of Moldova | Moldovan; Moldovans
Romania | | Romanian; Romanians
North Macedonia | Macedonia; Republic of North Macedonia | Macedonian; Macedonians
Bosnia and Herzegovina | Bosnia; Bosnia-Herzegovina | Bosnian; Bosnians
Montenegro | | Montenegrin; Montenegrins
Cyprus | Republic of Cyprus | Cypriot; Cypriots; Greek Cypriot; Greek Cypriots
Ukraine | | Ukrainian; Ukrainians
Belarus | Republic of Belarus; Byelorussia | Belarusian; Belarusians; Belarussian
Georgia | Republic of Georgia | Georgian; Georgians
Armenia | Republic of Armenia | Armenian; Armenians
Azerbaijan | Republic of Azerbaijan | Azerbaijani; Azerbaijanis; Azeri; Azeris
Kazakhstan | | Kazakh; Kazakhs
Uzbekistan | | Uzbek; Uzbeks
Kyrgyzstan | | Kyrgyz
Tajikistan | | Tajik; Tajiks
Turkmenistan | | Turkmen
Afghanistan | | Afghan; Afghans
Israel | State of Israel; Zionist entity; Zionist regime | Israeli; Israelis
Saudi Arabia | Kingdom of Saudi Arabia | Saudi; Saudis
United Arab Emirates | UAE; U.A.E.; Emirates | Emirati; Emiratis
Iran | Islamic Republic of Iran; Islamic Republic | Iranian; Iranians
Iraq | | Iraqi; Iraqis
Syria | Syrian Arab Republic | Syrian; Syrians
Lebanon | | Lebanese
Yemen | | Yemeni; Yemenis
Morocco | Kingdom of Morocco | Moroccan; Moroccans
Egypt | Arab Republic of Egypt | Egyptian; Egyptians
North Korea | DPRK; Democratic People's Republic of Korea | North Korean; North Koreans
South Korea | Republic of Korea | South Korean; South Koreans
Japan | | Japanese
Vietnam | Viet Nam | Vietnamese
Myanmar | Burma | Burmese
Thailand | | Thai; Thais
Philippines | Republic of the Philippines | Filipino; Filipinos; Philippine
New Zealand | | New Zealander; New Zealanders
Ivory Coast | Côte d'Ivoire | Ivorian
Democratic Republic of the Congo | DR Congo; DRC | Congolese
Argentina | | Argentine; Argentinian; Argentines
Peru | | Peruvian; Peruvians
Vatican City | Holy See; Vatican |
Nauru | | Nauruan
Malta | | Maltese
Luxembourg | | Luxembourgish
Panama | | Panamanian
Canada | | Canadian; Canadians
Honduras | | Honduran; Hondurans
`;

/** Seats of power that stand for a state without being its capital in countries-list. */
export const seats = `
Russia | Kremlin; the Kremlin
United States | Washington; White House; Pentagon; State Department; US State Department
United Kingdom | Downing Street; Whitehall; Westminster
Ukraine | Kiev
Turkey | Bestepe; Ankara
France | Elysee; Élysée; Quai d'Orsay
South Ossetia | Tskhinvali
Abkhazia | Sukhumi; Sokhumi
Transnistria | Tiraspol
Northern Cyprus | Lefkosa
Palestine | Ramallah
Western Sahara | El Aaiún; Laayoune; Tindouf
Taiwan | Taipei
Morocco | Rabat
Kosovo | Prishtina
Moldova | Chisinau
Somaliland | Hargeisa
Nagorno-Karabakh | Stepanakert
Israel | Tel Aviv; Jerusalem
`;

/** Capitals that are more often something else in a news text: never read as a state. */
export const ambiguousCapitals = new Set(['Brussels', 'Victoria', 'Georgetown', 'Kingston', 'Hamilton', 'Douglas', 'Stanley', 'Jamestown', 'Valley', 'Plymouth', 'San José', 'San Juan', 'Wellington', 'Singapore', 'Luxembourg', 'Monaco', 'Gibraltar', 'Djibouti', 'Geneva', 'Alofi', 'Nassau', 'Sucre', 'Male', 'Santiago', 'Lima']); // prettier-ignore
/** Names in countries-list that are as often a person's or a common word. */
export const ambiguousNames = new Set(['Jersey', 'Jordan', 'Chad', 'Guernsey', 'Niue', 'Reunion', 'Bonaire', 'Dominica', 'Saint Martin', 'Montserrat', 'Mayotte', 'Antarctica']); // prettier-ignore
