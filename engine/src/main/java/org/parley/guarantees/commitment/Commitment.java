package org.parley.guarantees.commitment;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// One guarantee as its text has it: who owes what to whom when something happens.
///
/// No field has a default: the author of the record chooses what a text leaves open, and readers
/// see it.
///
/// @param id its id
/// @param title its title
/// @param obligors who owes
/// @param liability how several obligors owe
/// @param beneficiary to whom; absent where the text names nobody
/// @param force how binding it is
/// @param trigger what makes it answer
/// @param determination who finds the trigger met
/// @param ladder what is then owed, each tier by itself
/// @param term from when to when it is in force
/// @param voiding what makes it lapse
/// @param suspension what a suspension does to a running clock
/// @param escalation what follows a breach
/// @param survival what becomes of open duties when the term ends
/// @param ties what goes first at one instant, each tie once
/// @param graceSeconds how long after a deadline reports are waited for before a verdict is final
/// @param clauses where the text says so
public record Commitment(
    GuaranteeId id,
    String title,
    List<PartyId> obligors,
    Liability liability,
    @Nullable PartyId beneficiary,
    Force force,
    Trigger trigger,
    Determination determination,
    List<Tier> ladder,
    Term term,
    List<Voiding> voiding,
    SuspendedClock suspension,
    Escalation escalation,
    Survival survival,
    List<Tie> ties,
    long graceSeconds,
    List<String> clauses) {

  /// How several obligors owe.
  public enum Liability {
    /// Each owes its own act.
    EACH,
    /// One duty, performed when all have acted.
    JOINTLY,
    /// One duty, performed when one of them has acted; all answer for it.
    JOINTLY_AND_SEVERALLY
  }

  /// How binding a guarantee is, the weakest first.
  public enum Force {
    RESPECT,
    CONSULT,
    ASSIST_AT_DISCRETION,
    ACT
  }

  /// What a suspension does to a running clock.
  public enum SuspendedClock {
    STOPS,
    RUNS
  }

  /// What becomes of open duties when the term ends.
  public enum Survival {
    OPEN_DUTIES_SURVIVE,
    OPEN_DUTIES_LAPSE
  }

  /// What can coincide at one instant.
  public enum Tie {
    FULFILMENT,
    VOIDING,
    RELEASE,
    SUSPENSION,
    DEADLINE,
    END
  }

  public Commitment {
    obligors = List.copyOf(obligors);
    ladder = List.copyOf(ladder);
    voiding = List.copyOf(voiding);
    ties = List.copyOf(ties);
    clauses = List.copyOf(clauses);
    if (ties.size() != Tie.values().length
        || !EnumSet.copyOf(ties).equals(EnumSet.allOf(Tie.class))) {
      throw new IllegalArgumentException(
          "guarantee \"" + id + "\" orders the ties " + ties + ". Maybe name each of them once");
    }
    if (graceSeconds < 0) {
      throw new IllegalArgumentException(
          "guarantee \"" + id + "\" has a grace of " + graceSeconds + " s. Maybe 0 is meant");
    }
  }

  /// Which comes first at one instant: a smaller number goes first.
  public int rank(Tie tie) {
    return ties.indexOf(tie);
  }

  /// Every window and period in it that reckons from an incident.
  public Stream<Window> windows() {
    Stream<Window> snapback =
        escalation instanceof Escalation.Snapback(Window window, _)
            ? Stream.of(window)
            : Stream.of();
    return Stream.of(windowsAround(), ladder.stream().map(Tier::within), snapback)
        .flatMap(each -> each);
  }

  /// The windows within which its trigger and its tiers look at other incidents than the one that
  /// triggers them; none where its duties depend on that one alone.
  public Stream<Window> windowsAround() {
    Stream<Window> conditions =
        ladder.stream()
            .map(Tier::when)
            .flatMap(
                when ->
                    when instanceof Tier.When.IfContinued(_, Window within)
                        ? Stream.of(within)
                        : Stream.of());
    return Stream.concat(trigger.allWindows(), conditions);
  }
}
