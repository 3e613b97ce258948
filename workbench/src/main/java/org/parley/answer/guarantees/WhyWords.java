package org.parley.answer.guarantees;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.Verdict;
import org.parley.guarantees.log.Why;
import org.parley.model.party.PartyId;

/// Why a duty stands where it does, as a clause.
public final class WhyWords {

  private WhyWords() {}

  /// The reason, and what would be so if each of the two who may have done it did.
  ///
  /// @param party a party in words
  /// @param state a state in words
  public static String of(
      Verdict verdict, Function<PartyId, String> party, Function<Lifecycle, String> state) {
    return verdict.ifDoneBy().isEmpty()
        ? of(verdict.why())
        : verdict.ifDoneBy().stream()
                .map(each -> each.by() == null ? "another side" : party.apply(each.by()))
                .collect(Collectors.joining(" and ", "between ", ", not attributed; "))
            + String.join("; ", ifDone(verdict, party, state));
  }

  /// What would be so if each of the two who may have done it did.
  public static List<String> ifDone(
      Verdict verdict, Function<PartyId, String> party, Function<Lifecycle, String> state) {
    return verdict.ifDoneBy().stream()
        .map(
            each ->
                "if "
                    + (each.by() == null ? "the other side" : party.apply(each.by()))
                    + " did it: "
                    + each.possible().stream()
                        .sorted()
                        .map(state)
                        .collect(Collectors.joining(" or ")))
        .toList();
  }

  private static String of(Why why) {
    return switch (why) {
      case NOT_TRIGGERED -> "the trigger is not complete";
      case NOT_YET -> "it has not happened yet";
      case BEFORE_ACTIVATION -> "it happened before the guarantee was in force";
      case TIER_NOT_REACHED -> "what this tier waits for has not been found";
      case VOIDED -> "the guarantee was void when the duty would have arisen";
      case LAPSED_VOID -> "the guarantee became void while the duty was open";
      case AFTER_END -> "the term had ended";
      case LAPSED_AT_END -> "the term ended while the duty was open";
      case WAIVED -> "the beneficiary waived it";
      case STOPPED -> "a vote stopped the snapback";
      case UNVERIFIED -> "the trigger is reported and not found met";
      case CLOCK_RUNNING -> "it is owed and the clock runs";
      case NO_CLOCK -> "it is owed and what starts the clock has not happened";
      case SUSPENDED -> "the guarantee is suspended";
      case IN_TIME -> "performed in time";
      case LATE -> "performed after the deadline";
      case OVERDUE -> "not performed by the deadline";
      case ESCALATED -> "escalated after a breach";
      case SNAPPED_BACK -> "nothing stopped the snapback in its window";
      case UNSURE -> "the times on record allow more than one answer";
      case UNATTRIBUTED -> "it depends on an incident that is not attributed";
      case TOO_MANY_ORDERS ->
          String.format(
              Locale.UK,
              "the times on record allow more orders of events than Parley tries (%,d)",
              Guarantees.MOST_ORDERS);
    };
  }
}
