package org.parley.exchange.reference;

import java.util.List;

/// The columns of topics in PA-X, version 9, in their order.
///
/// Most say whether a topic is in the agreement, 1 or 0. Fifty have a grade: 1 for a mention, 2 for
/// a provision, 3 for a provision in detail.
final class TopicColumns {

  static final List<String> ALL =
      List.of(
          """
          GCh GChRhet GChAntid GChSubs GChOth GDis GDisRhet GDisAntid GDisSubs GDisOth GAge GAgeRhet
          GAgeAntid GAgeSubs GAgeOth GMig GMigRhet GMigAntid GMigSubs GMigOth GRa GRaRhet GRaAntid
          GRaSubs GRaOth GRe GReRhet GReAntid GReSubs GReOth GInd GIndRhet GIndAntid GIndSubs
          GIndOth GOth GOthRhet GOthAntid GOthSubs GOthOth GRef GRefRhet GRefSubs GRefOth GSoc
          GSocRhet GSocAntid GSocSubs GSocOth GeWom GeMe GeMeNu GeMeOth GeLgbti GeLgbtiPos
          GeLgbtiNeg GeFa StDef StGen StCon StSd StRef StSym StInd StUni StBor StXbor Pol PolGen
          PolNewInd PolNewTemp Ele ElecComm PolPar PolParTrans PolParOth Civso Tral Pubad ConGen
          ConRen Cons Polps PpsGe PpsGe:St PpsGe:Sub PpsEx PpsEx:St PpsEx:Sub PpsOro PpsOro:St
          PpsOro:Sub PpsOthPr PpsOthPr:St PpsOthPr:Sub PpsVet PpsVet:St PpsVet:Sub PpsAut PpsAut:St
          PpsAut:Sub PpsInt PpsInt:St PpsInt:Sub PpsOth PpsOth:St PpsOth:Sub Terps TpsSub TpsLoc
          TpsAut TpsOth Eps EpsRes EpsFis EpsOth Mps MpsMe MpsJt MpsPro MpsOth HrGen HrBor HrTrinc
          HrCp CprLife CprTort CprEq CprSlav CprLib CprDet CprFmov CprFspe CprFass CprTria CprPriv
          CprVote CprReli CprOth HrSec SerProp SerWork SerHeal SerEdu SerStdl SerShel SerSs SerCult
          SerOth HrCit CitGen CitRights CitDef CitOth HrDem HrDet Med MedGov MedSubs MedLog MedOth
          HrMob Prot ProtCiv ProtGrp ProtOth RiOth HrNi HrNiMe HrNiNe HrNiOth HrIi HrIiMon HrIiBod
          HrIiOth JusCr JusCrSp JusCrSys JusCrPow JusEm JusJu JusPri JusTra Dev DevSoc DevHum
          DevInfra NEC NatRes IntFu Bus Tax TaxPo TaxRef TaxOth Ban CenBan BanPers BanInt BanXb
          LaRef LaRefMan LaRefRet LaRefOth LaNom LaCH LaCHTa LaCHIt LaCHPro LaCHOth LaEn Wat SsrGua
          Ce CeProv CeGen SsrPol SsrArm SsrDdr DdrDemil DdrProg SsrInt SsrPsf SsrFf Cor SsrCrOcr
          SsrDrugs Terr TjGen TjAm TjAmPro TjSan TjPower TjAmBan TjCou TjJaNc TjJaIc TjMech TjPrire
          TjVet TjVic TjMis TjRep TjRSym TjRMa TjNR ImUN ImOth ImRef ImPK ImE
          """
              .split("\\s+"));

  private TopicColumns() {}
}
