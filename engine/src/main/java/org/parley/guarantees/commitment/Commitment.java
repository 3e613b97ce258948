package org.parley.guarantees.commitment;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Voiding;
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
/// @param suspendedClock what a suspension does to a running clock
/// @param escalation what follows a breach
/// @param openDuties what becomes of open duties when the term ends
/// @param ties what goes first at one instant, each tie once
/// @param graceSeconds how long after a deadline reports are waited for before a verdict is final
/// @param clauses where the text says so
public record Commitment(
    GuaranteeId id,
    String title,
    List<PartyId> obligors,
    Guarantee.Liability liability,
    @Nullable PartyId beneficiary,
    Guarantee.Force force,
    Trigger trigger,
    Determination determination,
    List<Tier> ladder,
    GuaranteeTerm term,
    List<Voiding> voiding,
    Guarantee.SuspendedClock suspendedClock,
    Escalation escalation,
    Guarantee.OpenDuties openDuties,
    List<Guarantee.Tie> ties,
    long graceSeconds,
    List<String> clauses) {

  public Commitment {
    obligors = List.copyOf(obligors);
    ladder = List.copyOf(ladder);
    voiding = List.copyOf(voiding);
    ties = List.copyOf(ties);
    clauses = List.copyOf(clauses);
    if (ties.size() != Guarantee.Tie.values().length
        || !EnumSet.copyOf(ties).equals(EnumSet.allOf(Guarantee.Tie.class))) {
      throw new IllegalArgumentException(
          "guarantee \"" + id + "\" orders the ties " + ties + ". Maybe name each of them once");
    }
    if (graceSeconds < 0) {
      throw new IllegalArgumentException(
          "guarantee \"" + id + "\" has a grace of " + graceSeconds + " s. Maybe 0 is meant");
    }
  }

  /// Which comes first at one instant: a smaller number goes first.
  public int rank(Guarantee.Tie tie) {
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
