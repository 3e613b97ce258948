package org.parley.exchange.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.yaml.SourceText;
import org.parley.document.DocumentReader;
import org.parley.document.DocumentText;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.provision.HolderNames;

/// Texts of a small case.
final class WrittenTexts {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty of the river, kind: treaty, signatories: [A, B]}
      """;

  private WrittenTexts() {}

  private static final CaseView VIEW = load(CASE);

  static CaseView view() {
    return VIEW;
  }

  private static CaseView load(String yaml) {
    LoadResult result =
        Loader.load(
            new CaseFiles.FolderTexts(
                List.of(new SourceText("a.yaml", yaml)), List.of(), List.of()));
    return ((LoadResult.Loaded) result).contents().viewFor(new Viewer.Mediator());
  }

  static DocumentText read(String text) {
    return DocumentReader.read(text, "en", HolderNames.of(view().parties())::find);
  }

  /// Version 2 of a text, with its changes since version 1 if that is given.
  static WrittenText written(@Nullable String before, String after) {
    return written(before, read(after));
  }

  static WrittenText written(@Nullable String before, DocumentText after) {
    return written(view(), before, after);
  }

  /// The same with comments on record.
  ///
  /// @param comments the records in YAML
  static WrittenText commented(String before, String after, String comments) {
    return written(load(CASE + comments), before, read(after));
  }

  private static WrittenText written(CaseView view, @Nullable String before, DocumentText after) {
    return new WrittenText(
        view,
        view.instruments().getFirst(),
        new AvailableText("2", Edtf.of("2025-03-02"), null, List.of("en")),
        before == null ? null : new AvailableText("1", Edtf.of("2025-02-01"), null, List.of("en")),
        after,
        before == null ? null : read(before),
        LocalDate.of(2025, 3, 9));
  }
}
