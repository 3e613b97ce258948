package org.parley.web.view;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parley.answer.board.WarningsAnswer;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.model.Id;
import org.parley.wording.Language;

/// The warnings of a case, found once for each language.
public final class CaseWarnings {

  /// @param byRecord the warnings about each record, by its id
  private record Found(WarningsAnswer all, Map<String, List<RecordWarning>> byRecord) {

    static Found of(OpenCase open) {
      WarningsAnswer all = WarningsAnswer.of(open.view());
      return new Found(
          all,
          all.warnings().stream().collect(Collectors.groupingBy(each -> each.record().value())));
    }
  }

  private final Map<Language, Found> byLanguage = new ConcurrentHashMap<>();

  private CaseWarnings() {}

  /// All warnings of a case, in the current language.
  public static WarningsAnswer of(OpenCase open) {
    return found(open).all;
  }

  /// The warnings about one record.
  public static List<RecordWarning> of(OpenCase open, Id record) {
    return found(open).byRecord.getOrDefault(record.value(), List.of());
  }

  private static Found found(OpenCase open) {
    return open.once(CaseWarnings.class, _ -> new CaseWarnings())
        .byLanguage
        .computeIfAbsent(Language.current(), _ -> Found.of(open));
  }
}
