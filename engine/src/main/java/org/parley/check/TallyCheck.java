package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Rational;
import org.parley.outlook.ForecastTally.ForecastFacts;
import org.parley.outlook.ForecastTally.GivenChance;
import org.parley.outlook.ForecastTally.QuestionOutcome;
import org.parley.outlook.ForecastTally.Tallied;
import org.parley.outlook.ForecastTally.TallyLine;

/// Scores every forecast again: over one common denominator, with whole numbers.
final class TallyCheck {

  private TallyCheck() {}

  static Verdict verify(Tallied stated, ForecastFacts facts) {
    Map<Integer, QuestionOutcome> outcomes = new HashMap<>();
    for (QuestionOutcome each : facts.outcomes()) {
      if (outcomes.put(each.question(), each) != null || (each.isMet() && !each.isDue())) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
    }
    Map<List<Object>, List<GivenChance>> counted = new HashMap<>();
    for (GivenChance each : facts.given()) {
      QuestionOutcome outcome = outcomes.get(each.question());
      if (outcome == null || !isChance(each)) {
        return Verdict.fails(Flaw.Code.MALFORMED);
      }
      boolean isReplaced =
          facts.given().stream().anyMatch(other -> isOfSame(other, each) && isLater(other, each));
      if (outcome.isDue() && each.chance() != null && !isReplaced) {
        counted
            .computeIfAbsent(List.of(each.by(), each.isSpoken()), _ -> new ArrayList<>())
            .add(each);
      }
    }
    Set<List<Object>> seen = new HashSet<>();
    for (TallyLine line : stated.lines()) {
      List<Object> key = List.of(line.by(), line.isSpoken());
      List<GivenChance> own = counted.get(key);
      if (own == null || !seen.add(key) || !isRight(line, own, outcomes)) {
        return Verdict.fails(Flaw.Code.OTHER_SCORE, line.by());
      }
    }
    for (List<Object> key : counted.keySet()) {
      if (!seen.contains(key)) {
        return Verdict.fails(Flaw.Code.OTHER_SCORE, key.getFirst());
      }
    }
    return new Verdict.Holds();
  }

  private static boolean isChance(GivenChance each) {
    Rational chance = each.chance();
    return chance == null
        ? !each.isSpoken()
        : chance.compareTo(Rational.ZERO) >= 0
            && chance.compareTo(Rational.ONE) <= 0
            && (!each.isSpoken() || chance.equals(Rational.ONE));
  }

  private static boolean isOfSame(GivenChance one, GivenChance other) {
    return one.question() == other.question()
        && one.isSpoken() == other.isSpoken()
        && one.by().equals(other.by());
  }

  private static boolean isLater(GivenChance one, GivenChance other) {
    return one.made().isAfter(other.made())
        || (one.made().equals(other.made()) && one.id().compareTo(other.id()) > 0);
  }

  private static boolean isRight(
      TallyLine line, List<GivenChance> counted, Map<Integer, QuestionOutcome> outcomes) {
    BigInteger whole = BigInteger.ONE;
    for (GivenChance each : counted) {
      BigInteger part = chance(each).denominator();
      whole = whole.multiply(part).divide(whole.gcd(part));
    }
    BigInteger squares = BigInteger.ZERO;
    int met = 0;
    for (GivenChance each : counted) {
      QuestionOutcome outcome = outcomes.get(each.question());
      boolean isMet = outcome != null && outcome.isMet();
      Rational chance = chance(each);
      BigInteger stated = chance.numerator().multiply(whole.divide(chance.denominator()));
      squares = squares.add((isMet ? whole.subtract(stated) : stated).pow(2));
      met += isMet ? 1 : 0;
    }
    BigInteger divisor = whole.pow(2).multiply(BigInteger.valueOf(counted.size()));
    Rational brier = line.brier();
    return line.due() == counted.size()
        && line.met() == met
        && brier.numerator().multiply(divisor).equals(squares.multiply(brier.denominator()));
  }

  private static Rational chance(GivenChance given) {
    Rational chance = given.chance();
    return chance == null ? Rational.ZERO : chance;
  }
}
