package org.parley.guarantees.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.guarantees.log.Moments;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// What is wrong with commitments before anything happens: promises that can never be called, never
/// be kept, or never be found broken.
///
/// Two of them follow Chopra and Singh, "Cupid: Commitments in Relational Algebra" (AAAI 2015), who
/// ask of a commitment that some finite log shows it violated, and that it can expire, and secure
/// both by syntactic restrictions.
public final class Authoring {

  /// What is wrong.
  public enum Kind {
    NEVER_TRIGGERED,
    NEVER_IN_TIME,
    NO_DETERMINER,
    NO_BENEFICIARY,
    NO_OBLIGOR,
    NOTHING_OWED,
    ENDLESS_CLOCK,
    NOT_FINITELY_VIOLABLE,
    NEVER_IN_FORCE,
    VOIDED_BY_ITS_TRIGGER,
    BENEFICIARY_OWES,
    CONTRADICTION
  }

  /// One thing that is wrong.
  ///
  /// @param guarantee where
  /// @param message what is wrong, with the value
  /// @param advice what to do, starting with "Maybe"
  public record Issue(GuaranteeId guarantee, Kind kind, String message, String advice) {}

  private final List<Issue> issues = new ArrayList<>();

  private Authoring() {}

  /// Everything wrong with these commitments, in their order.
  public static List<Issue> check(List<Commitment> commitments) {
    Authoring authoring = new Authoring();
    for (Commitment each : commitments) {
      authoring.parties(each);
      authoring.trigger(each);
      authoring.determination(each);
      authoring.ladder(each);
      authoring.term(each);
    }
    for (int i = 0; i < commitments.size(); i++) {
      for (int j = i + 1; j < commitments.size(); j++) {
        authoring.contradiction(commitments.get(i), commitments.get(j));
      }
    }
    return List.copyOf(authoring.issues);
  }

  private void report(Commitment where, Kind kind, String message, String advice) {
    issues.add(new Issue(where.id(), kind, message, advice));
  }

  private void parties(Commitment c) {
    if (c.beneficiary() == null) {
      report(
          c,
          Kind.NO_BENEFICIARY,
          "nobody is named to whom it is owed",
          "Maybe name the party that may call on it");
    } else if (c.obligors().contains(c.beneficiary())) {
      report(
          c,
          Kind.BENEFICIARY_OWES,
          c.beneficiary() + " owes it to itself",
          "Maybe leave it out of those who owe");
    }
    if (c.obligors().isEmpty()) {
      report(c, Kind.NO_OBLIGOR, "nobody is named who owes it", "Maybe name who owes");
    }
    if (c.ladder().isEmpty()) {
      report(c, Kind.NOTHING_OWED, "its ladder has no tier", "Maybe say what is owed");
    }
  }

  private void trigger(Commitment c) {
    if (!canFire(c.trigger())) {
      report(
          c,
          Kind.NEVER_TRIGGERED,
          "no incident can complete its trigger " + c.trigger(),
          "Maybe check its parts: an empty choice never fires");
      return;
    }
    List<IncidentPattern> patterns = c.trigger().allPatterns().toList();
    if (!patterns.isEmpty()
        && patterns.stream()
            .allMatch(
                pattern ->
                    c.voiding().stream()
                        .anyMatch(
                            voiding ->
                                voiding.cause() instanceof Voiding.Cause.Incident(var cause)
                                    && voiding.from() == Voiding.From.OCCURRENCE
                                    && pattern.isWithin(cause)))) {
      report(
          c,
          Kind.VOIDED_BY_ITS_TRIGGER,
          "every incident that triggers it also voids it",
          "Maybe narrow the voiding condition to its actor");
    }
  }

  private static boolean canFire(Trigger trigger) {
    return switch (trigger) {
      case Trigger.One _, Trigger.Count _, Trigger.Together _ -> true;
      case Trigger.Either(List<Trigger> any) -> any.stream().anyMatch(Authoring::canFire);
    };
  }

  private void determination(Commitment c) {
    if (!canBeMet(c.determination())) {
      report(
          c,
          Kind.NO_DETERMINER,
          c.determination() instanceof Determination.Undeclared
              ? "nobody is named who finds its trigger met"
              : "nothing can find its trigger met by this rule: " + c.determination(),
          "Maybe name who finds it, or say that it is self-evident");
    }
  }

  private static boolean canBeMet(Determination rule) {
    return switch (rule) {
      case Determination.SelfEvident _,
          Determination.FoundBy _,
          Determination.OwnFinding _,
          Determination.Council _ ->
          true;
      case Determination.Quorum(int groups, Set<String> eligible) ->
          eligible.isEmpty() || eligible.size() >= groups;
      case Determination.AnyOf(List<Determination> any) ->
          any.stream().anyMatch(Authoring::canBeMet);
      case Determination.AllOf(List<Determination> all) ->
          !all.isEmpty() && all.stream().allMatch(Authoring::canBeMet);
      case Determination.Undeclared _ -> false;
    };
  }

  private void ladder(Commitment c) {
    for (Tier tier : c.ladder()) {
      String name = "tier \"" + tier.name() + "\"";
      long seconds = tier.within().length().atMostSeconds();
      if (seconds == 0 && tier.within().end() == Window.Edge.OPEN) {
        report(
            c,
            Kind.NEVER_IN_TIME,
            name + " allows no moment at all: 0 s, open at the end",
            "Maybe close its end or allow some time");
      }
      if (tier.anchor() == Tier.Anchor.OCCURRENCE
          && tier.when() instanceof Tier.When.AtOnce
          && seconds == 0
          && !(c.determination() instanceof Determination.SelfEvident)) {
        report(
            c,
            Kind.NEVER_IN_TIME,
            name + " is due at the incident, which must first be found",
            "Maybe count its clock from the determination");
      }
      if (tier.anchor() == Tier.Anchor.NOTICE && c.beneficiary() == null) {
        report(
            c,
            Kind.ENDLESS_CLOCK,
            name + " waits for notice from a beneficiary nobody named",
            "Maybe name the beneficiary");
        report(
            c,
            Kind.NOT_FINITELY_VIOLABLE,
            "no log shows " + name + " broken",
            "Maybe start its clock at the determination");
      } else if (tier.within().length().after(0) == Moments.NEVER) {
        report(
            c, Kind.ENDLESS_CLOCK, name + " has no end to its clock", "Maybe give it a deadline");
      }
      if (tier.when() instanceof Tier.When.IfContinued(_, Window within)
          && within.length().atMostSeconds() == 0) {
        report(
            c,
            Kind.NEVER_TRIGGERED,
            name + " waits for more within no time",
            "Maybe allow some time for it to go on");
      }
    }
  }

  private void term(Commitment c) {
    Period lasts = c.term().lasts();
    if (lasts != null && lasts.atMostSeconds() == 0) {
      report(c, Kind.NEVER_IN_FORCE, "it ends the moment it begins", "Maybe check its term");
    }
    Set<String> twice = new HashSet<>();
    for (String milestone : c.term().milestones()) {
      if (!twice.add(milestone)) {
        report(
            c,
            Kind.NEVER_IN_FORCE,
            "milestone \"" + milestone + "\" is named twice",
            "Maybe name it once");
      }
    }
  }

  /// Two texts that promise the same act for the same trigger and differ in its deadline or anchor.
  private void contradiction(Commitment one, Commitment other) {
    if (!one.trigger().equals(other.trigger())
        || one.beneficiary() == null
        || !one.beneficiary().equals(other.beneficiary())) {
      return;
    }
    for (PartyId obligor : one.obligors()) {
      if (!other.obligors().contains(obligor)) {
        continue;
      }
      for (Tier first : one.ladder()) {
        for (Tier second : other.ladder()) {
          if (first.act().equals(second.act())
              && first.when().equals(second.when())
              && (!first.within().equals(second.within()) || first.anchor() != second.anchor())) {
            report(
                one,
                Kind.CONTRADICTION,
                obligor
                    + " owes \""
                    + first.act()
                    + "\" by two clocks: here "
                    + clock(first)
                    + ", in \""
                    + other.id()
                    + "\" "
                    + clock(second),
                "Maybe say which one governs");
          }
        }
      }
    }
  }

  private static String clock(Tier tier) {
    String from = tier.anchor().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (tier.within().length()) {
      case Period.Seconds(long seconds) -> "within " + seconds + " s of the " + from;
      case Period.Calendar calendar -> "within " + calendar.length() + " of the " + from;
      case Period.Endless _ -> "without end from the " + from;
    };
  }
}
