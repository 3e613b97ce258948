package org.parley.web.view;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.parley.answer.board.WarningsAnswer;
import org.parley.answer.board.WarningsAnswer.FoundWarning;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.model.Id;
import org.parley.wording.Language;

/// The warnings of a case, found once. Those of a record are said in words when they are shown.
public final class CaseWarnings {

  /// The warnings by the id of their record.
  private final Map<String, List<FoundWarning>> byRecord;

  private final List<FoundWarning> all;
  private final Map<Language, WarningsAnswer> byLanguage = new ConcurrentHashMap<>();

  private CaseWarnings(List<FoundWarning> all) {
    this.all = all;
    this.byRecord = all.stream().collect(Collectors.groupingBy(each -> each.record().value()));
  }

  /// All warnings of a case, in the current language.
  public static WarningsAnswer of(OpenCase open) {
    CaseWarnings found = found(open);
    return found.byLanguage.computeIfAbsent(Language.current(), _ -> WarningsAnswer.of(found.all));
  }

  /// All warnings of a case, without words.
  public static List<FoundWarning> list(OpenCase open) {
    return found(open).all;
  }

  /// The warnings about one record.
  public static List<RecordWarning> of(OpenCase open, Id record) {
    return found(open).byRecord.getOrDefault(record.value(), List.of()).stream()
        .map(FoundWarning::inWords)
        .toList();
  }

  /// Finds them now.
  public static void prepare(OpenCase open) {
    var _ = found(open);
  }

  private static CaseWarnings found(OpenCase open) {
    return open.once(
        CaseWarnings.class, each -> new CaseWarnings(WarningsAnswer.find(each.view())));
  }
}
