"""Words that organisations' names end in or begin with, and some that news names without them."""

from __future__ import annotations

# A name with one of these as its last word, or before `of`, is an organisation's.
HEADS = """
academy administration agency airlines airways alliance army assembly associates association
authority bancorp bank bbc board brigade brigades broadcasting brotherhood bureau cabinet carriers
church club coalition college commission committee communications community companies company
conference confederation congregation congress consortium constabulary cooperative corp corporation
corps council court courts department directorate electric electronics energy enterprises exchange
express faculty federation fellowship firm force forces foundation front fund gazette government
group guard guards guild herald holdings hospital hotels house industries industry initiative
inquirer institute institution insurance international investments journal knesset laboratories
laboratory labs league legislature library line lines logistics media militia ministry mission
mosque motors movement museum navy network networks news newspaper office orchestra organisation
organization parliament partners partnership party petroleum pharmaceuticals police politburo post
press productions program programme projects prosecutors publications publishing radio railway
railways records registry regiment reserve resources restaurant retailers school schools
secretariat securities senate service services shipping shipyard shipyards society software
solutions squad stores studios supermarkets symphony syndicate systems team technologies telecom
telegraph television theater theatre times tribunal tribune trust union united universities
university utilities volunteers watch weekly workers works brewery breweries bakery brothers
diocese archdiocese choir ballet opera gallery zoo observatory rovers wanderers rangers athletic
chamber ombudsman seminary monastery gas oil steel coal timber freight cargo capital tobacco
medical foods mining chemicals cement textiles wireless mobile biotech therapeutics robotics
semiconductor financial finance equity ventures properties marine maritime aerospace aviation
automotive treasury embassy consulate commonwealth
"""
OPENERS = """
radio bank banque banco banca hotel club fc ac sc bayern inter sporting dynamo olympique borussia
real atletico athletic racing team grupo groupe gruppo studio university universidad universite
college institut institute opera theatre theater teatro cafe camp church deutsche grup societe
"""
ABBREVIATED = """
inc inc. corp corp. ltd ltd. co co. plc llc llp gmbh ag sa s.a. nv n.v. ab as oyj spa s.p.a. bv kg
"""
# Of these heads, such as stand for one body that an article has named before: `the Council`.
SHORT = """
academy agency army assembly association authority bank board bureau church club college commission
committee company congress council court department federation foundation fund group guard house
institute league ministry museum navy office organisation organization parliament party police
senate society trust tribunal union university
"""
# Heads that stand for one body even where no article says which.
ALONE = "cabinet congress knesset navy parliament senate treasury army"
KNOWN = """
Adidas,Airbus,Al Jazeera,Al Qaeda,Al-Qaeda,al-Qaeda,al Qaeda,Alibaba,Allianz,Alphabet,Amazon,AMD,
Amnesty International,AOL,Apple,Arsenal,Associated Press,AstraZeneca,BASF,Bayer,BBC,Bloomberg,BMW,
Boeing,Boko Haram,BP,Bundesbank,Bundesliga,Bundesrat,Bundestag,Burger King,CERN,Chelsea,Chevron,
Chrysler,CIA,Cisco,Citigroup,CNN,Coca-Cola,Comcast,Conservatives,Coca Cola,Credit Suisse,Daimler,
Dell,Deutsche Bank,Disney,Dow Jones,Downing Street,eBay,Ericsson,EU,European Commission,
European Union,Exxon,ExxonMobil,Exxon Mobil,Facebook,FARC,Fatah,FBI,FDA,Fiat,FIFA,Ford,Foxconn,
Gazprom,General Electric,General Motors,Goldman Sachs,Google,Greenpeace,Guardian,Hamas,
Hewlett-Packard,Hezbollah,Hitachi,Honda,House of Commons,House of Lords,House of Representatives,
HP,HSBC,Huawei,Hyundai,IAEA,IBM,Ikea,IKEA,IMF,Instagram,Intel,Interpol,Europol,IOC,IRA,ISIL,ISIS,
Islamic State,JPMorgan,Juventus,KGB,Kia,Khmer Rouge,Kremlin,Sinn Fein,Orange Order,Kuomintang,
Labour,Lehman Brothers,Lockheed Martin,Lufthansa,L'Oreal,Mastercard,Mazda,McDonald's,Merck,Meta,
MI5,MI6,Microsoft,Mitsubishi,Moody's,Mossad,Motorola,Mozilla,NASA,NATO,Nato,Netflix,Nestle,Nike,
Nintendo,Nissan,Nokia,Novartis,NSA,Nvidia,OECD,OPEC,Oracle,OSCE,Pan Am,Panasonic,Pentagon,PepsiCo,
Peugeot,Pfizer,Philips,PLO,Politburo,Porsche,Procter & Gamble,Qantas,Qualcomm,Red Cross,
Red Crescent,Renault,Reuters,Roche,Rolls-Royce,Ryanair,Samsung,Saab,Scotland Yard,
Securities and Exchange Commission,Shell,Siemens,Skype,Solidarity,Sony,SpaceX,Standard & Poor's,
Starbucks,Stasi,State Department,Stormont,Supreme Court,Taliban,Tata,Tesco,Tesla,Texaco,
ThyssenKrupp,Toshiba,Total,Toyota,Twitter,UBS,UEFA,UN,U.N.,UNESCO,UNHCR,Unicef,UNICEF,Unilever,
United Nations,Verizon,Viacom,Viet Cong,Visa,Volkswagen,Volvo,Walmart,Wal-Mart,Warner Bros,WHO,
White House,Wikileaks,WikiLeaks,Wikipedia,World Bank,WTO,Xerox,Yahoo,YouTube,Zeit,Duma,Knesset,
Luftwaffe,Wehrmacht,Gestapo,Al-Shabaab,al-Shabaab,Houthi,Houthis,Mafia,Interfax,Xinhua,Itar-Tass,
TASS,Agence France-Presse,AFP
"""
# Capitalised names of other things: no person, no place, no organisation.
OTHER_HEADS = """
act agreement accord accords amendment award awards bill bowl championship championships code
constitution convention copa crisis cup declaration derby doctrine edition election elections era
festival final finals games holocaust law marathon medal olympics open plan prize protocol pact
pandemic referendum reformation renaissance report resolution revolution rebellion riots scandal
series statute summit theorem tour tournament treaty trophy uprising virus war wars world day eve
week month age ages century dynasty disease syndrome bible koran quran torah internet web god lord
christmas easter ramadan passover thanksgiving hanukkah olympic hurricane cyclone typhoon tropical
storm euro dollar pound yen mr mrs ms i regulation regulations directive edict flight apollo
voyager regatta vuelta giro
"""
PLACE_HEADS = """
airport arch archipelago avenue basin bay beach boulevard bridge canal cape castle cathedral
cemetery channel circle city coast county creek delta desert district dock docks falls field forest
garden gardens gulf harbor harbour heights highway hill hills island islands isle isles jungle lake
lane lakes mountain mountains mount oblast ocean palace park peak peninsula pier place plain plains
plateau plaza point pond port prefecture province quarter quay range ranch reef region republic
reservoir river road row sea sound square stadium state station straits strait street suburb
territory tower town township tunnel valley village volcano wharf woods yard market prison abbey
dam glacier st st. ave ave. blvd rd lighthouse empire kingdom sultanate passage pass ridge shore
estuary marsh moor firth fjord fort
"""
PLACE_OPENERS = """
wadi ras jebel jabal djebel bir ain oued deir beit kafr es
mount mt mt. lake cape fort port saint st st. san santa sao los las el rio isle gulf bay strait camp
new north south east west northern southern eastern western central upper lower greater
"""
