"""The Dutch words for values that window and report both show, so that they say the same."""

from __future__ import annotations

from vtscan_desktop.domain.risicoscan import ActieStatus, GesprekSoort, MaatwerkSoort, Partij, Standpunt

ACTIESTATUS = {
    ActieStatus.OPEN: "open",
    ActieStatus.LOOPT: "loopt",
    ActieStatus.GEREED: "gereed",
    ActieStatus.VERVALLEN: "vervallen",
}
GESPREKSOORT = {
    GesprekSoort.AMBTELIJK: "ambtelijk",
    GesprekSoort.INSTELLING: "instelling",
    GesprekSoort.WETHOUDER: "wethouder",
    GesprekSoort.OVERIG: "overig",
}
PARTIJ = {Partij.AMBTENAAR: "ambtenaar", Partij.INSTELLING: "instelling", Partij.WETHOUDER: "wethouder"}
STANDPUNT = {
    Standpunt.AKKOORD: "akkoord",
    Standpunt.AKKOORD_MET_OPMERKINGEN: "akkoord met opmerkingen",
    Standpunt.NIET_AKKOORD: "niet akkoord",
}
MAATWERK = {
    MaatwerkSoort.ADVIESGESPREK_INSTELLING: "adviesgesprek met de instelling",
    MaatwerkSoort.ADVIESGESPREK_WETHOUDER: "adviesgesprek met de wethouder",
    MaatwerkSoort.VNG_AMBTELIJK: "gesprek door de VNG, ambtelijk",
    MaatwerkSoort.VNG_BESTUURLIJK: "gesprek door de VNG, bestuurlijk",
    MaatwerkSoort.BEWINDSPERSOON: "gesprek met de bewindspersoon",
    MaatwerkSoort.BUDDY: "buddy van een andere Veilig Thuis",
}
