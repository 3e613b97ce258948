package org.parley.web.search;

import java.util.List;
import org.parley.casefile.form.RecordForm;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.OpenCase;

/// The records that a search goes through, for one without a server.
public final class SearchedRecords {

  /// A record as it is searched.
  ///
  /// @param kind the word for its kind: "claim"
  public record Searched(String id, String kind, String title, String text) {}

  private SearchedRecords() {}

  /// Every record, in the order in which the search lists them.
  public static List<Searched> list(OpenCase open) {
    return SearchIndex.inOrder(open).stream()
        .map(
            each ->
                new Searched(
                    each.id().value(),
                    RecordTitles.many(RecordForm.of(each).kind()),
                    SearchIndex.title(open, each),
                    SearchIndex.text(each)))
        .toList();
  }
}
