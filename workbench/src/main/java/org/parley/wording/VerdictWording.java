package org.parley.wording;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.model.PartyId;

/// The wording of duty states, in one language.
public final class VerdictWording {

  private final Messages messages;
  private final Function<PartyId, String> party;
  private final Function<Lifecycle, String> state;

  /// @param party a party in words
  /// @param state a state in words
  public VerdictWording(
      Messages messages, Function<PartyId, String> party, Function<Lifecycle, String> state) {
    this.messages = messages;
    this.party = party;
    this.state = state;
  }

  /// The reason as a clause, and the states for each of the two possible actors.
  public String why(DutyVerdict verdict) {
    return verdict.ifDoneBy().isEmpty()
        ? messages.text("guarantees.why", "why", verdict.why(), "most", Guarantees.MOST_ORDERS)
        : messages.text(
            "guarantees.between",
            "parties",
            verdict.ifDoneBy().stream()
                .map(each -> name(each.by(), "guarantees.another-side"))
                .toList(),
            "cases",
            String.join("; ", ifDone(verdict)));
  }

  private String name(@Nullable PartyId by, String otherwise) {
    return by == null ? messages.text(otherwise) : party.apply(by);
  }

  /// The states for each of the two possible actors.
  public List<String> ifDone(DutyVerdict verdict) {
    return verdict.ifDoneBy().stream()
        .map(
            each ->
                messages.text(
                    "guarantees.if-done",
                    "party",
                    name(each.by(), "guarantees.the-other-side"),
                    "states",
                    messages.any(each.possible().stream().sorted().map(state).toList())))
        .toList();
  }
}
