"""Countries with the words for their people and their capitals: `name; demonyms; capital`."""

from __future__ import annotations

COUNTRIES = """
Afghanistan; Afghan, Afghans; Kabul
Albania; Albanian, Albanians; Tirana
Algeria; Algerian, Algerians; Algiers
Andorra; Andorran, Andorrans; Andorra la Vella
Angola; Angolan, Angolans; Luanda
Argentina; Argentine, Argentinian, Argentinians, Argentines; Buenos Aires
Armenia; Armenian, Armenians; Yerevan
Australia; Australian, Australians; Canberra
Austria; Austrian, Austrians; Vienna
Azerbaijan; Azerbaijani, Azeri, Azerbaijanis, Azeris; Baku
Bahamas; Bahamian, Bahamians; Nassau
Bahrain; Bahraini, Bahrainis; Manama
Bangladesh; Bangladeshi, Bangladeshis; Dhaka
Barbados; Barbadian, Barbadians; Bridgetown
Belarus; Belarusian, Belarusians; Minsk
Belgium; Belgian, Belgians; Brussels
Belize; Belizean, Belizeans; Belmopan
Benin; Beninese; Porto-Novo
Bhutan; Bhutanese; Thimphu
Bolivia; Bolivian, Bolivians; La Paz
Bosnia; Bosnian, Bosnians; Sarajevo
Bosnia and Herzegovina; ; Sarajevo
Botswana; Batswana; Gaborone
Brazil; Brazilian, Brazilians; Brasilia
Britain; British, Briton, Britons; London
Brunei; Bruneian, Bruneians; Bandar Seri Begawan
Bulgaria; Bulgarian, Bulgarians; Sofia
Burkina Faso; Burkinabe; Ouagadougou
Burma; Burmese; Naypyidaw
Burundi; Burundian, Burundians; Gitega
Cambodia; Cambodian, Cambodians; Phnom Penh
Cameroon; Cameroonian, Cameroonians; Yaounde
Canada; Canadian, Canadians; Ottawa
Cape Verde; Cape Verdean; Praia
Central African Republic; ; Bangui
Chad; Chadian, Chadians; N'Djamena
Chile; Chilean, Chileans; Santiago
China; Chinese; Beijing
Colombia; Colombian, Colombians; Bogota
Comoros; Comorian; Moroni
Congo; Congolese; Kinshasa
Democratic Republic of Congo; ; Brazzaville
Costa Rica; Costa Rican, Costa Ricans; San Jose
Croatia; Croatian, Croat, Croatians, Croats; Zagreb
Cuba; Cuban, Cubans; Havana
Cyprus; Cypriot, Cypriots; Nicosia
Czech Republic; Czech, Czechs; Prague
Czechoslovakia; Czechoslovak, Czechoslovaks; Bratislava
Denmark; Danish, Dane, Danes; Copenhagen
Djibouti; Djiboutian; Djibouti City
Dominican Republic; Dominican, Dominicans; Santo Domingo
East Germany; East German, East Germans; East Berlin
East Timor; East Timorese, Timorese; Dili
Ecuador; Ecuadorian, Ecuadorean, Ecuadorians; Quito
Egypt; Egyptian, Egyptians; Cairo
El Salvador; Salvadoran, Salvadorans; San Salvador
England; English, Englishman, Englishwoman; London
Equatorial Guinea; ; Malabo
Eritrea; Eritrean, Eritreans; Asmara
Estonia; Estonian, Estonians; Tallinn
Ethiopia; Ethiopian, Ethiopians; Addis Ababa
Fiji; Fijian, Fijians; Suva
Finland; Finnish, Finn, Finns; Helsinki
France; French, Frenchman, Frenchwoman; Paris
Gabon; Gabonese; Libreville
Gambia; Gambian, Gambians; Banjul
Georgia; Georgian, Georgians; Tbilisi
Germany; German, Germans; Berlin
Ghana; Ghanaian, Ghanaians; Accra
Greece; Greek, Greeks; Athens
Greenland; Greenlandic, Greenlander, Greenlanders; Nuuk
Grenada; Grenadian; St. George's
Guatemala; Guatemalan, Guatemalans; Guatemala City
Guinea; Guinean, Guineans; Conakry
Guinea-Bissau; ; Bissau
Guyana; Guyanese; Georgetown
Haiti; Haitian, Haitians; Port-au-Prince
Honduras; Honduran, Hondurans; Tegucigalpa
Hong Kong; Hongkongers; Kowloon
Hungary; Hungarian, Hungarians; Budapest
Iceland; Icelandic, Icelander, Icelanders; Reykjavik
India; Indian, Indians; New Delhi
Indonesia; Indonesian, Indonesians; Jakarta
Iran; Iranian, Iranians; Tehran
Iraq; Iraqi, Iraqis; Baghdad
Ireland; Irish, Irishman, Irishwoman; Dublin
Israel; Israeli, Israelis; Jerusalem
Italy; Italian, Italians; Rome
Ivory Coast; Ivorian, Ivorians; Yamoussoukro
Jamaica; Jamaican, Jamaicans; Kingston
Japan; Japanese; Tokyo
Jordan; Jordanian, Jordanians; Amman
Kazakhstan; Kazakh, Kazakhs; Astana
Kenya; Kenyan, Kenyans; Nairobi
Kosovo; Kosovar, Kosovars; Pristina
Kuwait; Kuwaiti, Kuwaitis; Kuwait City
Kyrgyzstan; Kyrgyz; Bishkek
Laos; Laotian, Laotians; Vientiane
Latvia; Latvian, Latvians; Riga
Lebanon; Lebanese; Beirut
Lesotho; Basotho; Maseru
Liberia; Liberian, Liberians; Monrovia
Libya; Libyan, Libyans; Tripoli
Liechtenstein; Liechtensteiner; Vaduz
Lithuania; Lithuanian, Lithuanians; Vilnius
Luxembourg; Luxembourger, Luxembourgers; Luxembourg City
Macedonia; Macedonian, Macedonians; Skopje
Madagascar; Malagasy; Antananarivo
Malawi; Malawian, Malawians; Lilongwe
Malaysia; Malaysian, Malaysians; Kuala Lumpur
Maldives; Maldivian, Maldivians; Male
Mali; Malian, Malians; Bamako
Malta; Maltese; Valletta
Mauritania; Mauritanian, Mauritanians; Nouakchott
Mauritius; Mauritian, Mauritians; Port Louis
Mexico; Mexican, Mexicans; Mexico City
Moldova; Moldovan, Moldovans; Chisinau
Monaco; Monegasque; Monte Carlo
Mongolia; Mongolian, Mongolians; Ulaanbaatar
Montenegro; Montenegrin, Montenegrins; Podgorica
Morocco; Moroccan, Moroccans; Rabat
Mozambique; Mozambican, Mozambicans; Maputo
Myanmar; ; Naypyidaw
Namibia; Namibian, Namibians; Windhoek
Nepal; Nepalese, Nepali; Kathmandu
Netherlands; Dutch, Dutchman, Dutchwoman; Amsterdam
Holland; ; The Hague
New Zealand; New Zealander, New Zealanders; Wellington
Nicaragua; Nicaraguan, Nicaraguans; Managua
Niger; Nigerien; Niamey
Nigeria; Nigerian, Nigerians; Abuja
North Korea; North Korean, North Koreans; Pyongyang
North Macedonia; ; Skopje
Northern Ireland; Northern Irish; Belfast
Norway; Norwegian, Norwegians; Oslo
Oman; Omani, Omanis; Muscat
Pakistan; Pakistani, Pakistanis; Islamabad
Palestine; Palestinian, Palestinians; Ramallah
Panama; Panamanian, Panamanians; Panama City
Papua New Guinea; ; Port Moresby
Paraguay; Paraguayan, Paraguayans; Asuncion
Peru; Peruvian, Peruvians; Lima
Philippines; Filipino, Philippine, Filipinos; Manila
Poland; Polish, Pole, Poles; Warsaw
Portugal; Portuguese; Lisbon
Prussia; Prussian, Prussians; Konigsberg
Puerto Rico; Puerto Rican, Puerto Ricans; San Juan
Qatar; Qatari, Qataris; Doha
Rhodesia; Rhodesian, Rhodesians; Salisbury
Romania; Romanian, Romanians; Bucharest
Russia; Russian, Russians; Moscow
Rwanda; Rwandan, Rwandans; Kigali
Samoa; Samoan, Samoans; Apia
San Marino; Sammarinese; City of San Marino
Saudi Arabia; Saudi, Saudis; Riyadh
Scotland; Scottish, Scot, Scots, Scotsman; Edinburgh
Senegal; Senegalese; Dakar
Serbia; Serbian, Serb, Serbians, Serbs; Belgrade
Seychelles; Seychellois; Victoria
Sierra Leone; Sierra Leonean, Sierra Leoneans; Freetown
Singapore; Singaporean, Singaporeans; Singapore City
Slovakia; Slovak, Slovaks; Bratislava
Slovenia; Slovenian, Slovene, Slovenians, Slovenes; Ljubljana
Solomon Islands; Solomon Islander; Honiara
Somalia; Somali, Somalis; Mogadishu
South Africa; South African, South Africans; Pretoria
South Korea; South Korean, South Koreans; Seoul
South Sudan; South Sudanese; Juba
Soviet Union; Soviet, Soviets; Leningrad
Spain; Spanish, Spaniard, Spaniards; Madrid
Sri Lanka; Sri Lankan, Sri Lankans; Colombo
Sudan; Sudanese; Khartoum
Suriname; Surinamese; Paramaribo
Swaziland; Swazi; Mbabane
Sweden; Swedish, Swede, Swedes; Stockholm
Switzerland; Swiss; Bern
Syria; Syrian, Syrians; Damascus
Taiwan; Taiwanese; Taipei
Tajikistan; Tajik, Tajiks; Dushanbe
Tanzania; Tanzanian, Tanzanians; Dodoma
Thailand; Thai, Thais; Bangkok
Tibet; Tibetan, Tibetans; Lhasa
Togo; Togolese; Lome
Tonga; Tongan, Tongans; Nuku'alofa
Trinidad and Tobago; Trinidadian; Port of Spain
Tunisia; Tunisian, Tunisians; Tunis
Turkey; Turkish, Turk, Turks; Ankara
Turkmenistan; Turkmen; Ashgabat
Uganda; Ugandan, Ugandans; Kampala
Ukraine; Ukrainian, Ukrainians; Kyiv
United Arab Emirates; Emirati, Emiratis; Abu Dhabi
United Kingdom; ; London
United States; American, Americans; Washington
Uruguay; Uruguayan, Uruguayans; Montevideo
Uzbekistan; Uzbek, Uzbeks; Tashkent
Vanuatu; ; Port Vila
Vatican; ; Vatican City
Venezuela; Venezuelan, Venezuelans; Caracas
Vietnam; Vietnamese; Hanoi
Wales; Welsh, Welshman; Cardiff
West Germany; West German, West Germans; Bonn
Yemen; Yemeni, Yemenis; Sanaa
Yugoslavia; Yugoslav, Yugoslavian, Yugoslavs; Belgrade
Zaire; Zairean; Kinshasa
Zambia; Zambian, Zambians; Lusaka
Zimbabwe; Zimbabwean, Zimbabweans; Harare
Africa; African, Africans;
Asia; Asian, Asians;
Europe; European, Europeans;
America; ;
North America; North American;
South America; South American;
Latin America; Latin American, Latin Americans;
Central America; Central American;
Antarctica; Antarctic;
Middle East; Middle Eastern;
Scandinavia; Scandinavian, Scandinavians;
Arabia; Arab, Arabs, Arabian;
Persia; Persian, Persians;
Byzantium; Byzantine, Byzantines; Constantinople
Mesopotamia; ; Babylon
Bavaria; Bavarian, Bavarians; Munich
Catalonia; Catalan, Catalans; Barcelona
Chechnya; Chechen, Chechens; Grozny
Crimea; Crimean, Crimeans; Sevastopol
Kurdistan; Kurdish, Kurd, Kurds; Erbil
Quebec; Quebecois; Quebec City
Sicily; Sicilian, Sicilians; Palermo
Siberia; Siberian, Siberians; Novosibirsk
"""

# Further words that name a people, a faith, a language or a party's followers, not a place.
PEOPLES = """
Anglo Basque Basques Balkan Baltic Bedouin Berber Berbers Breton Buddhist Buddhists Caribbean
Catholic Catholics Celtic Christian Christians Communist Communists Confederate Coptic Copts
Conservative Conservatives Democrat Democrats Democratic Flemish Hebrew Hindu Hindus Hispanic
Hispanics Hutu Hutus Inuit Islamic Islamist Islamists Jew Jews Jewish Latin Latino Latinos
Liberal Liberals Lutheran Maoist Maoists Maori Marxist Methodist Mongol Mongols Moor Moors Mormon
Mormons Muslim Muslims Nazi Nazis Norman Normans Orthodox Ottoman Ottomans Pashtun Pashtuns
Protestant Protestants Republican Republicans Roma Roman Romans Scandinavian Shia Shiite Shiites
Sikh Sikhs Slavic Socialist Socialists Sunni Sunnis Tamil Tamils Tory Tories Tutsi Tutsis Viking
Vikings Western Westerners Yazidi Yazidis Zulu Arabic Mandarin Cantonese Swahili Urdu Bengali
Farsi Gaelic Parisian Parisians Londoner Londoners Texan Texans Californian Californians
"""
