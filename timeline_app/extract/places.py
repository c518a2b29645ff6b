"""Countries and the like, to tell places from people and organisations."""

from __future__ import annotations

_PLACES = frozenset(
    name.strip()
    for name in """
Afghanistan,Albania,Algeria,Angola,Argentina,Armenia,Australia,Austria,Azerbaijan,Bahrain,
Bangladesh,Belarus,Belgium,Benin,Bolivia,Bosnia,Botswana,Brazil,Britain,Bulgaria,Burkina Faso,
Burma,Burundi,Cambodia,Cameroon,Canada,Chad,Chile,China,Colombia,Congo,Costa Rica,Croatia,Cuba,
Cyprus,Czech Republic,Denmark,Djibouti,Dominican Republic,East Timor,Ecuador,Egypt,El Salvador,
England,Eritrea,Estonia,Ethiopia,Europe,Fiji,Finland,France,Gabon,Gambia,Gaza,Georgia,Germany,
Ghana,Greece,Guatemala,Guinea,Haiti,Honduras,Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,
Ireland,Israel,Italy,Ivory Coast,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kosovo,Kuwait,Kyrgyzstan,
Laos,Latvia,Lebanon,Lesotho,Liberia,Libya,Lithuania,Luxembourg,Macedonia,Madagascar,Malawi,
Malaysia,Mali,Malta,Mauritania,Mauritius,Mexico,Moldova,Mongolia,Montenegro,Morocco,Mozambique,
Myanmar,Namibia,Nepal,Netherlands,New Zealand,Nicaragua,Niger,Nigeria,North Korea,Norway,Oman,
Pakistan,Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,Qatar,Romania,
Russia,Rwanda,Saudi Arabia,Scotland,Senegal,Serbia,Sierra Leone,Singapore,Slovakia,Slovenia,
Somalia,South Africa,South Korea,South Sudan,Soviet Union,Spain,Sri Lanka,Sudan,Sweden,Switzerland,
Syria,Taiwan,Tajikistan,Tanzania,Thailand,Tibet,Togo,Tunisia,Turkey,Turkmenistan,UAE,UK,USA,Uganda,
Ukraine,United Arab Emirates,United Kingdom,United States,Uruguay,Uzbekistan,Vatican,Venezuela,
Vietnam,Wales,Yemen,Zambia,Zimbabwe,Africa,Asia,America,North America,South America,Latin America,
Middle East,Antarctica,Crimea,Chechnya,Kurdistan,Catalonia,Quebec,Ontario,California,Texas,Florida,
Washington,London,Paris,Berlin,Moscow,Beijing,Brussels,Geneva,Vienna,Rome,Madrid,Tokyo,Cairo,
Baghdad,Kabul,Tehran,Jerusalem,Tripoli,Benghazi,Sirte,Tunis,Ankara,Istanbul,Delhi,New Delhi,Mumbai,
Islamabad,Karachi,Dhaka,Bangkok,Hanoi,Manila,Jakarta,Seoul,Pyongyang,Sydney,Melbourne,Canberra,
Toronto,Ottawa,Montreal,New York,New York City,Los Angeles,Chicago,San Francisco,Boston,Seattle,
Houston,Dallas,Miami,Atlanta,Detroit,Nairobi,Lagos,Johannesburg,Cape Town,Dublin,Edinburgh,
Manchester,Liverpool,Birmingham,Toulouse,Hamburg,Munich,Frankfurt,Milan,Naples,Barcelona,Athens,
Warsaw,Prague,Budapest,Kiev,Kyiv,Stockholm,Oslo,Copenhagen,Helsinki,Lisbon,Zurich,Shanghai,Mexico
City,Havana,Caracas,Bogota,Lima,Santiago,Buenos Aires,Rio de Janeiro,Sao Paulo,Damascus,Aleppo,
Beirut,Amman,Riyadh,Doha,Dubai,Sanaa,Mosul,Mogadishu,Khartoum,Mars,Moon,Earth,U.S.,U.K.,US
""".replace("\n", " ").split(",")
)


def is_place(name: str) -> bool:
    """True for a country, a continent or a city that news often names."""
    return name in _PLACES
