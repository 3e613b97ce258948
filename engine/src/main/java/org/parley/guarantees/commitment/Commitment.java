package org.parley.guarantees.commitment;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;

/// A guarantee as its text has it: who owes what to whom when something happens.
///
/// No field has a default: the author of the record chooses where a text is silent, and readers see
/// it.
///
/// @param id its id
/// @param title its title
/// @param obligors the parties that owe
/// @param liability joint, or each alone
/// @param beneficiary the party it is owed to; null if the text names none
/// @param force how binding it is
/// @param trigger the incidents that activate it
/// @param determination the rule that finds the trigger met
/// @param ladder the acts owed, each tier independent
/// @param term the period in force
/// @param voiding the conditions that void it
/// @param suspendedClock the effect of a suspension on a running clock
/// @param escalation the consequence of a breach
/// @param openDuties the effect of the term's end on open duties
/// @param ties the order of coincident events, each kind once
/// @param graceSeconds the wait for reports after a deadline before a verdict is final
/// @param clauses the clauses of the text
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

  /// Whether the obligor is the party that did what triggers it.
  public boolean isOfPartyInBreach() {
    return liability == Guarantee.Liability.PARTY_IN_BREACH;
  }

  /// The commitments of single debtors: one for each party that can be in breach, if the party in
  /// breach owes; else this one.
  public List<Commitment> byDebtor() {
    return isOfPartyInBreach()
        ? obligors.stream().distinct().map(this::ifBreachedBy).filter(Objects::nonNull).toList()
        : List.of(this);
  }

  /// The duty of this party if it is the one in breach; null if it can owe nothing.
  public @Nullable Commitment ifBreachedBy(PartyId party) {
    Trigger own = obligors.contains(party) ? trigger.by(party) : null;
    return own == null
        ? null
        : new Commitment(
            id,
            title,
            List.of(party),
            Guarantee.Liability.EACH,
            owedTo(party),
            force,
            own,
            determination,
            ladder.stream().map(each -> each.by(party)).toList(),
            term,
            voiding,
            suspendedClock,
            escalation,
            openDuties,
            ties,
            graceSeconds,
            clauses);
  }

  /// The party to which an obligor owes: the beneficiary, or of two parties the one not in breach;
  /// null if none is named.
  public @Nullable PartyId owedTo(@Nullable PartyId obligor) {
    if (beneficiary != null || !isOfPartyInBreach()) {
      return beneficiary;
    }
    List<PartyId> others =
        obligors.stream().distinct().filter(each -> !each.equals(obligor)).toList();
    return others.size() == 1 ? others.getFirst() : null;
  }

  /// The rank of an event among coincident ones: smaller numbers first.
  public int rank(Guarantee.Tie tie) {
    return ties.indexOf(tie);
  }

  /// Every window and period that counts from an incident.
  public Stream<Window> windows() {
    Stream<Window> snapback =
        escalation instanceof Escalation.Snapback(Window window, _)
            ? Stream.of(window)
            : Stream.of();
    return Stream.of(windowsAround(), ladder.stream().map(Tier::within), snapback)
        .flatMap(each -> each);
  }

  /// The windows in which its trigger and tiers look at other incidents; none if its duties depend
  /// on the triggering incident alone.
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
