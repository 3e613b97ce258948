package org.parley.wording;

import java.util.List;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.sequence.knots.Knot;

/// The effects of an edit of a text on coverage and knots of a case, in one language.
public final class EffectWording {

  private final Messages messages;
  private final CaseView view;

  private EffectWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
  }

  /// In the current language.
  public static EffectWording current(CaseView view) {
    return new EffectWording(Messages.current(), view);
  }

  /// A stretch in which a threat is no longer answered, or is answered now.
  public String hole(boolean opens, CoverageQuestion question, int threat, long from, long until) {
    return messages.text(
        "edit.hole",
        "opens",
        opens,
        "question",
        question.title().text(),
        "threat",
        GuaranteeWording.threat(question, threat),
        "stretch",
        new MomentWords(messages).between(from, until));
  }

  /// Demands that cannot all hold any more, or can now.
  public String knot(boolean tied, Knot knot) {
    List<Phrase> demands =
        knot.demands().stream()
            .map(each -> messages.say("edit.demand", "text", view.get(each).text(), "id", each))
            .toList();
    return messages.text(
        "edit.knot", "tied", tied, "demands", messages.all(demands), "count", demands.size());
  }

  /// That knots were not compared.
  public String undecided() {
    return messages.text("edit.knots-undecided");
  }
}
