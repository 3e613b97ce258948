package org.parley.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The 51 provisions whose implementation the Peace Accords Matrix follows.
public enum Provision {
  AMNESTY("amnest"),
  ARMS_EMBARGO("embarg"),
  BOUNDARY("bound"),
  CEASEFIRE("cease"),
  CHILDRENS_RIGHTS("child"),
  CITIZENSHIP_REFORM("citiz"),
  CIVIL_ADMINISTRATION_REFORM("civadm"),
  COMPENSATION_FOR_LOSS("addloss"),
  CONSTITUTIONAL_REFORM("const"),
  CULTURAL_PROTECTIONS("cultr"),
  DECENTRALISATION("decen"),
  DEMOBILISATION("demob"),
  DEVELOPMENT("develop"),
  DISARMAMENT("disarm"),
  DISPLACED_PERSONS("idps"),
  DISPUTE_RESOLUTION("disput"),
  DONOR_SUPPORT("donor"),
  EDUCATION_REFORM("educat"),
  ELECTIONS("elect"),
  EXECUTIVE_REFORM("exerefm"),
  HUMAN_RIGHTS("humrts"),
  INDEPENDENCE_REFERENDUM("indrefer"),
  INDIGENOUS_MINORITIES("indmin"),
  INTERETHNIC_RELATIONS("ethrel"),
  INTERNATIONAL_ARBITRATION("arbint"),
  JUDICIARY_REFORM("judrfm"),
  LEGISLATIVE_REFORM("legref"),
  MEDIA_REFORM("media"),
  MILITARY_REFORM("milrfm"),
  MINORITY_RIGHTS("minrts"),
  NATURAL_RESOURCES("natres"),
  OFFICIAL_LANGUAGE("offlan"),
  PARAMILITARY_GROUPS("pargrp"),
  POLICE_REFORM("polrfm"),
  POWER_SHARING("powtran"),
  PRISONER_RELEASE("prisr"),
  RATIFICATION("ratm"),
  REFUGEES("refug"),
  REGIONAL_PEACEKEEPING("regpkf"),
  REINTEGRATION("reint"),
  REPARATIONS("repar"),
  REVIEW_OF_AGREEMENT("roa"),
  SELF_DETERMINATION("selfd"),
  TERRITORIAL_POWER_SHARING("terpow"),
  TIMETABLE("time"),
  TRUTH_COMMISSION("truth"),
  UN_PEACEKEEPING("unpkf"),
  UN_TRANSITIONAL_AUTHORITY("untran"),
  VERIFICATION("verify"),
  WITHDRAWAL("with"),
  WOMENS_RIGHTS("women");

  private final String prefix;

  Provision(String prefix) {
    this.prefix = prefix;
  }

  /// How the names of its columns begin: `cease`.
  public String prefix() {
    return prefix;
  }

  /// Its name in answers and messages: `ceasefire`.
  public String key() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// The provision of that key.
  public static Optional<Provision> find(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
