package org.parley.web.outlook;

import org.parley.answer.memo.MemoQuestion;
import org.parley.web.view.Address;

/// The addresses of memos.
public final class MemoAddress {

  private MemoAddress() {}

  /// The page of a question.
  public static Address page(MemoQuestion question) {
    return switch (question) {
      case ACCORD -> Address.ACCORD;
      case BURDEN -> Address.BURDEN;
      case EFFECTS -> Address.EFFECTS;
    };
  }

  /// The PDF of a question.
  public static Address pdf(MemoQuestion question) {
    return switch (question) {
      case ACCORD -> Address.ACCORD_PDF;
      case BURDEN -> Address.BURDEN_PDF;
      case EFFECTS -> Address.EFFECTS_PDF;
    };
  }
}
