package org.parley.web.view;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.answer.board.WarningsAnswer;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.model.Id;
import org.parley.wording.Language;

/// The warnings of a case, found once for each language.
public final class CaseWarnings {

  private final Map<Language, WarningsAnswer> byLanguage = new ConcurrentHashMap<>();

  private CaseWarnings() {}

  /// All warnings of a case, in the current language.
  public static WarningsAnswer of(OpenCase open) {
    return open.once(CaseWarnings.class, _ -> new CaseWarnings())
        .byLanguage
        .computeIfAbsent(Language.current(), _ -> WarningsAnswer.of(open.view()));
  }

  /// The warnings about one record.
  public static List<RecordWarning> of(OpenCase open, Id record) {
    return of(open).of(record);
  }
}
