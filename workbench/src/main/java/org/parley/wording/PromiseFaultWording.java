package org.parley.wording;

import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.commitment.PromiseFault;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Guarantee;

/// The wording of faults of guarantees, in one language.
public final class PromiseFaultWording {

  private final Messages messages;
  private final CaseView view;
  private final GuaranteeWording words;

  public PromiseFaultWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.words = new GuaranteeWording(messages, view);
  }

  /// The message, with the value.
  public String message(Authoring.Issue issue) {
    Guarantee where = view.get(issue.guarantee());
    String key = "fault." + key(issue.fault());
    return switch (issue.fault()) {
      case PromiseFault.NoBeneficiary _,
          PromiseFault.NoObligor _,
          PromiseFault.EmptyLadder _,
          PromiseFault.NeverFires _,
          PromiseFault.VoidedByItsTrigger _,
          PromiseFault.NoDeterminer _,
          PromiseFault.EndsAtOnce _ ->
          messages.text(key);
      case PromiseFault.NeverInBreach(var party) -> messages.text(key, "party", words.party(party));
      case PromiseFault.OwedToItself(var party) -> messages.text(key, "party", words.party(party));
      case PromiseFault.NeverFound _ ->
          messages.text(
              key, "rule", new PromiseWording(messages, view).determination(where.determination()));
      case PromiseFault.NoMoment(int tier) -> tier(key, where, tier);
      case PromiseFault.DueBeforeFound(int tier) -> tier(key, where, tier);
      case PromiseFault.NoticeFromNobody(int tier) -> tier(key, where, tier);
      case PromiseFault.NeverBroken(int tier) -> tier(key, where, tier);
      case PromiseFault.NoDeadline(int tier) -> tier(key, where, tier);
      case PromiseFault.NoTimeToContinue(int tier) -> tier(key, where, tier);
      case PromiseFault.MilestoneTwice(String milestone) ->
          messages.text(key, "milestone", milestone);
      case PromiseFault.TwoClocks(var obligor, int tier, var other, int otherTier) ->
          messages.text(
              key,
              "party",
              words.party(obligor),
              "act",
              where.ladder().get(tier).act(),
              "clock",
              words.clock(where.ladder().get(tier)),
              "other",
              other,
              "otherClock",
              words.clock(view.get(other).ladder().get(otherTier)));
    };
  }

  private String tier(String key, Guarantee where, int tier) {
    return messages.text(key, "tier", where.ladder().get(tier).name());
  }

  /// The advice; starts with "Maybe".
  public String advice(Authoring.Issue issue) {
    return messages.text("fault." + key(issue.fault()) + ".advice");
  }

  private static String key(PromiseFault fault) {
    return switch (fault) {
      case PromiseFault.NoBeneficiary _ -> "no-beneficiary";
      case PromiseFault.OwedToItself _ -> "owed-to-itself";
      case PromiseFault.NoObligor _ -> "no-obligor";
      case PromiseFault.NeverInBreach _ -> "never-in-breach";
      case PromiseFault.EmptyLadder _ -> "empty-ladder";
      case PromiseFault.NeverFires _ -> "never-fires";
      case PromiseFault.VoidedByItsTrigger _ -> "voided-by-its-trigger";
      case PromiseFault.NoDeterminer _ -> "no-determiner";
      case PromiseFault.NeverFound _ -> "never-found";
      case PromiseFault.NoMoment _ -> "no-moment";
      case PromiseFault.DueBeforeFound _ -> "due-before-found";
      case PromiseFault.NoticeFromNobody _ -> "notice-from-nobody";
      case PromiseFault.NeverBroken _ -> "never-broken";
      case PromiseFault.NoDeadline _ -> "no-deadline";
      case PromiseFault.NoTimeToContinue _ -> "no-time-to-continue";
      case PromiseFault.EndsAtOnce _ -> "ends-at-once";
      case PromiseFault.MilestoneTwice _ -> "milestone-twice";
      case PromiseFault.TwoClocks _ -> "two-clocks";
    };
  }
}
