namespace Stance.EndToEnd.Votes;

/// <summary>
/// How the General Assembly voted on resolution 68/262 of 27 March 2014, as its record prints it: 100 yes, 11 no, 58 abstained, 24 did not vote.
/// Source: United Nations Dag Hammarskjöld Library, General Assembly Voting Data.
/// </summary>
internal static class TerritorialIntegrity
{
    public const string Symbol = "A/RES/68/262";

    public const string Record = """
        Title	Territorial integrity of Ukraine : resolution / adopted by the General Assembly
        Resolution	A/RES/68/262
        Meeting record	A/68/PV.80
        Vote date	2014-03-27

        A AFGHANISTAN
        Y ALBANIA
        A ALGERIA
        Y ANDORRA
        A ANGOLA
        A ANTIGUA AND BARBUDA
        A ARGENTINA
        N ARMENIA
        Y AUSTRALIA
        Y AUSTRIA
        Y AZERBAIJAN
        Y BAHAMAS
        Y BAHRAIN
        A BANGLADESH
        Y BARBADOS
        N BELARUS
        Y BELGIUM
          BELIZE
        Y BENIN
        Y BHUTAN
        N BOLIVIA (PLURINATIONAL STATE OF)
          BOSNIA AND HERZEGOVINA
        A BOTSWANA
        A BRAZIL
        A BRUNEI DARUSSALAM
        Y BULGARIA
        A BURKINA FASO
        A BURUNDI
        Y CABO VERDE
        A CAMBODIA
        Y CAMEROON
        Y CANADA
        Y CENTRAL AFRICAN REPUBLIC
        Y CHAD
        Y CHILE
        A CHINA
        Y COLOMBIA
        A COMOROS
          CONGO
        Y COSTA RICA
        Y CROATIA
        N CUBA
        Y CYPRUS
        Y CZECH REPUBLIC
          CÔTE D'IVOIRE
        N DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA
        Y DEMOCRATIC REPUBLIC OF THE CONGO
        Y DENMARK
        A DJIBOUTI
        A DOMINICA
        Y DOMINICAN REPUBLIC
        A ECUADOR
        A EGYPT
        A EL SALVADOR
          EQUATORIAL GUINEA
        A ERITREA
        Y ESTONIA
        A ETHIOPIA
        A FIJI
        Y FINLAND
        Y FRANCE
        A GABON
        A GAMBIA
        Y GEORGIA
        Y GERMANY
          GHANA
        Y GREECE
          GRENADA
        Y GUATEMALA
        Y GUINEA
          GUINEA-BISSAU
        A GUYANA
        Y HAITI
        Y HONDURAS
        Y HUNGARY
        Y ICELAND
        A INDIA
        Y INDONESIA
          IRAN (ISLAMIC REPUBLIC OF)
        A IRAQ
        Y IRELAND
          ISRAEL
        Y ITALY
        A JAMAICA
        Y JAPAN
        Y JORDAN
        A KAZAKHSTAN
        A KENYA
        Y KIRIBATI
        Y KUWAIT
          KYRGYZSTAN
          LAO PEOPLE'S DEMOCRATIC REPUBLIC
        Y LATVIA
          LEBANON
        A LESOTHO
        Y LIBERIA
        Y LIBYA
        Y LIECHTENSTEIN
        Y LITHUANIA
        Y LUXEMBOURG
        Y MADAGASCAR
        Y MALAWI
        Y MALAYSIA
        Y MALDIVES
        A MALI
        Y MALTA
        Y MARSHALL ISLANDS
        A MAURITANIA
        Y MAURITIUS
        Y MEXICO
        Y MICRONESIA (FEDERATED STATES OF)
        Y MONACO
        A MONGOLIA
        Y MONTENEGRO
          MOROCCO
        A MOZAMBIQUE
        A MYANMAR
        A NAMIBIA
        A NAURU
        A NEPAL
        Y NETHERLANDS
        Y NEW ZEALAND
        N NICARAGUA
        Y NIGER
        Y NIGERIA
        Y NORWAY
          OMAN
        A PAKISTAN
        Y PALAU
        Y PANAMA
        Y PAPUA NEW GUINEA
        A PARAGUAY
        Y PERU
        Y PHILIPPINES
        Y POLAND
        Y PORTUGAL
        Y QATAR
        Y REPUBLIC OF KOREA
        Y REPUBLIC OF MOLDOVA
        Y ROMANIA
        N RUSSIAN FEDERATION
        A RWANDA
        A SAINT KITTS AND NEVIS
        A SAINT LUCIA
        A SAINT VINCENT AND THE GRENADINES
        Y SAMOA
        Y SAN MARINO
        A SAO TOME AND PRINCIPE
        Y SAUDI ARABIA
        A SENEGAL
          SERBIA
        Y SEYCHELLES
        Y SIERRA LEONE
        Y SINGAPORE
        Y SLOVAKIA
        Y SLOVENIA
        Y SOLOMON ISLANDS
        Y SOMALIA
        A SOUTH AFRICA
        A SOUTH SUDAN
        Y SPAIN
        A SRI LANKA
        N SUDAN
        A SURINAME
        A SWAZILAND
        Y SWEDEN
        Y SWITZERLAND
        N SYRIAN ARAB REPUBLIC
          TAJIKISTAN
        Y THAILAND
        Y THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA
          TIMOR-LESTE
        Y TOGO
          TONGA
        Y TRINIDAD AND TOBAGO
        Y TUNISIA
        Y TURKEY
          TURKMENISTAN
          TUVALU
        A UGANDA
        Y UKRAINE
          UNITED ARAB EMIRATES
        Y UNITED KINGDOM
        A UNITED REPUBLIC OF TANZANIA
        Y UNITED STATES
        A URUGUAY
        A UZBEKISTAN
          VANUATU
        N VENEZUELA (BOLIVARIAN REPUBLIC OF)
        A VIET NAM
          YEMEN
        A ZAMBIA
        N ZIMBABWE
        """;
}
