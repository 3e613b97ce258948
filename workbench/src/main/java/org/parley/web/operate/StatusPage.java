package org.parley.web.operate;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.operate.PartStatus.Condition;
import org.parley.web.operate.StatusAnswer.StatusPartAnswer;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// How a server is, for those who run it.
///
/// @param caseTitle what the case is called, or the program where there are many
public record StatusPage(String caseTitle, StatusAnswer answer) {

  public Frame frame() {
    return new Frame(Say.text("status.title"), caseTitle, "status");
  }

  /// The sentence at the top.
  public String headline() {
    return Say.text(
        "status.headline",
        "condition",
        answer.condition(),
        "failing",
        parts(Condition.FAILING),
        "look",
        parts(Condition.LOOK));
  }

  private String parts(Condition condition) {
    List<StatusPartAnswer> those =
        answer.parts().stream().filter(each -> each.condition() == condition).toList();
    return those.stream().map(StatusPage::name).collect(Collectors.joining(", "));
  }

  /// The name of a part.
  public static String name(StatusPartAnswer each) {
    return Say.text("status.part", "part", each.part());
  }

  /// A condition in a word.
  public static String word(Condition condition) {
    return Say.text("status.condition", "condition", condition);
  }
}
