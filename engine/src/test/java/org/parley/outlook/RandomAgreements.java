package org.parley.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

/// Small collections of agreements: some ended, some ended on an unknown day, some of conflicts
/// whose fighting is unknown.
public final class RandomAgreements {

  public static final int LAST_YEAR = 2020;

  private RandomAgreements() {}

  public static AgreementCollection of(Random random) {
    List<SignedAgreement> all = new ArrayList<>();
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      all.add(agreement(random, "a" + i, any(random, SettlementScope.values())));
    }
    return new AgreementCollection(LocalDate.of(2021, 12, 31), LAST_YEAR, all);
  }

  static SignedAgreement agreement(Random random, String id, SettlementScope scope) {
    LocalDate signed = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(6_000));
    boolean ended = random.nextBoolean();
    boolean isDated = ended && random.nextInt(8) > 0;
    List<Integer> fighting = new ArrayList<>();
    for (int year = 2000; year <= LAST_YEAR; year++) {
      if (random.nextInt(4) == 0) {
        fighting.add(year);
      }
    }
    return new SignedAgreement(
        id,
        "conflict " + random.nextInt(5),
        scope,
        any(random, Incompatibility.values()),
        signed,
        ended,
        isDated ? signed.plusDays(random.nextInt(5_000)) : null,
        random.nextInt(10) == 0 ? null : fighting,
        random.nextInt(4) == 0 ? null : traits(random));
  }

  /// One of two stages, and up to three topics.
  private static CodedTraits traits(Random random) {
    TreeSet<String> topics = new TreeSet<>();
    for (String each : List.of("Ce", "SsrGua", "StBor")) {
      if (random.nextBoolean()) {
        topics.add(each);
      }
    }
    return new CodedTraits(
        random.nextBoolean() ? AgreementStage.CEASEFIRE : AgreementStage.COMPREHENSIVE, topics);
  }

  private static <E> E any(Random random, E[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }
}
