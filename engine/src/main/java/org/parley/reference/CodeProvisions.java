package org.parley.reference;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which provisions of the Peace Accords Matrix are about a topic of PA-X.
///
/// The two collections do not name each other's topics: this correspondence was made by hand, from
/// the definitions of both. A topic that is not here has no counterpart, such as security
/// guarantees.
public final class CodeProvisions {

  private static final Map<String, Set<Provision>> BY_CODE =
      Map.ofEntries(
          entry("Ce", EnumSet.of(Provision.CEASEFIRE)),
          entry("CeProv", EnumSet.of(Provision.CEASEFIRE)),
          entry("CeGen", EnumSet.of(Provision.CEASEFIRE)),
          entry("StBor", EnumSet.of(Provision.BOUNDARY)),
          entry("SsrFf", EnumSet.of(Provision.WITHDRAWAL)),
          entry("ImE", EnumSet.of(Provision.VERIFICATION)),
          entry("ImPK", EnumSet.of(Provision.UN_PEACEKEEPING, Provision.REGIONAL_PEACEKEEPING)),
          entry("StSd", EnumSet.of(Provision.SELF_DETERMINATION)),
          entry("TpsAut", EnumSet.of(Provision.TERRITORIAL_POWER_SHARING)),
          entry("Terps", EnumSet.of(Provision.TERRITORIAL_POWER_SHARING)),
          entry("Polps", EnumSet.of(Provision.POWER_SHARING)),
          entry("TjPrire", EnumSet.of(Provision.PRISONER_RELEASE)),
          entry("TjAm", EnumSet.of(Provision.AMNESTY)),
          entry("TjMech", EnumSet.of(Provision.TRUTH_COMMISSION)),
          entry("TjRep", EnumSet.of(Provision.REPARATIONS)),
          entry("Ele", EnumSet.of(Provision.ELECTIONS)),
          entry("ElecComm", EnumSet.of(Provision.ELECTIONS)),
          entry("SsrArm", EnumSet.of(Provision.MILITARY_REFORM)),
          entry("SsrPol", EnumSet.of(Provision.POLICE_REFORM)),
          entry("SsrPsf", EnumSet.of(Provision.PARAMILITARY_GROUPS)),
          entry(
              "SsrDdr",
              EnumSet.of(Provision.DISARMAMENT, Provision.DEMOBILISATION, Provision.REINTEGRATION)),
          entry("DdrDemil", EnumSet.of(Provision.DISARMAMENT, Provision.DEMOBILISATION)),
          entry("DdrProg", EnumSet.of(Provision.REINTEGRATION)),
          entry("GRef", EnumSet.of(Provision.REFUGEES, Provision.DISPLACED_PERSONS)),
          entry("HrGen", EnumSet.of(Provision.HUMAN_RIGHTS)),
          entry("HrCit", EnumSet.of(Provision.CITIZENSHIP_REFORM)),
          entry("Med", EnumSet.of(Provision.MEDIA_REFORM)),
          entry("JusJu", EnumSet.of(Provision.JUDICIARY_REFORM)),
          entry("Cons", EnumSet.of(Provision.CONSTITUTIONAL_REFORM)),
          entry("ConRen", EnumSet.of(Provision.CONSTITUTIONAL_REFORM)),
          entry("LaCH", EnumSet.of(Provision.CULTURAL_PROTECTIONS)),
          entry("NatRes", EnumSet.of(Provision.NATURAL_RESOURCES)),
          entry("Dev", EnumSet.of(Provision.DEVELOPMENT)),
          entry("DevSoc", EnumSet.of(Provision.DEVELOPMENT)),
          entry("IntFu", EnumSet.of(Provision.DONOR_SUPPORT)),
          entry("Pubad", EnumSet.of(Provision.CIVIL_ADMINISTRATION_REFORM)),
          entry("SerEdu", EnumSet.of(Provision.EDUCATION_REFORM)),
          entry("GInd", EnumSet.of(Provision.INDIGENOUS_MINORITIES)),
          entry("GeWom", EnumSet.of(Provision.WOMENS_RIGHTS)),
          entry("GCh", EnumSet.of(Provision.CHILDRENS_RIGHTS)));

  private CodeProvisions() {}

  /// The provisions about any of these topics, in a fixed order.
  public static Set<Provision> of(Collection<String> codes) {
    EnumSet<Provision> all = EnumSet.noneOf(Provision.class);
    codes.forEach(code -> all.addAll(BY_CODE.getOrDefault(code, Set.of())));
    return all;
  }

  /// The topics with a counterpart.
  public static Set<String> codes() {
    return BY_CODE.keySet();
  }
}
