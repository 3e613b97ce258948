package org.parley.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.web.edit.RecordTitles;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// The search results, by kind.
///
/// @param open the case
/// @param words the query, as typed
/// @param total the number of records with all the words
/// @param groups the results, by kind
/// @param making the progress of the index, before which there are no results; null once it is
///   built
public record SearchPage(
    OpenCase open, String words, int total, List<Group> groups, @Nullable Making making) {

  private static final int SHOWN = 6;
  private static final int SHOWN_ALONE = 200;
  private static final int EXCERPT = 240;

  public SearchPage {
    groups = List.copyOf(groups);
  }

  /// An index that is being made.
  ///
  /// @param done how many records have been read
  /// @param all how many there are
  public record Making(int done, int all) {}

  /// The results of one kind.
  ///
  /// @param more the address of all results; empty if all are shown
  public record Group(String kind, String title, int count, List<Hit> hits, String more) {}

  /// One record that was found.
  public record Hit(String id, List<Piece> title, List<Piece> excerpt) {

    /// Where it is shown.
    public String address() {
      return Link.to(Address.RECORD, id);
    }
  }

  /// A part of a text, marked if it matches.
  public record Piece(String text, boolean marked) {}

  /// The page an address asks for.
  public static SearchPage of(OpenCase open, Query query) {
    String typed = Objects.requireNonNullElse(query.text("q"), "");
    String kind = query.oneOf("kind", RecordForm.kinds());
    Set<String> words = SearchIndex.words(typed);
    if (words.isEmpty()) {
      return new SearchPage(open, typed, 0, List.of(), null);
    }
    SearchIndexing indexing = SearchIndexing.of(open);
    Making making = new Making(indexing.done(), indexing.all());
    SearchIndex index = indexing.find().orElse(null);
    if (index == null) {
      return new SearchPage(open, typed, 0, List.of(), making);
    }
    int most = kind == null ? SHOWN : SHOWN_ALONE;
    Map<String, SearchIndex.FoundKind> found = index.search(words, most);
    List<Group> groups = new ArrayList<>();
    for (String each : RecordForm.kinds()) {
      SearchIndex.FoundKind of = found.get(each);
      if (of != null && (kind == null || kind.equals(each))) {
        groups.add(
            new Group(
                each,
                RecordTitles.count(each, of.count()),
                of.count(),
                of.first().stream().map(record -> hit(open, record, words)).toList(),
                of.count() > most && kind == null
                    ? Link.to(Address.SEARCH) + "?q=" + Link.encoded(typed) + "&kind=" + each
                    : ""));
      }
    }
    int total = found.values().stream().mapToInt(SearchIndex.FoundKind::count).sum();
    return new SearchPage(open, typed, total, groups, null);
  }

  /// Searches once for the name of the case, so that no first reader waits for what a search loads.
  public static void prepare(OpenCase open) {
    var _ = of(open, new Query(Map.of("q", List.of(open.view().info().title().text()))));
  }

  private static Hit hit(OpenCase open, CaseRecord record, Set<String> words) {
    String title = SearchIndex.title(open, record);
    return new Hit(
        record.id().value(),
        pieces(SearchIndex.marked(title, words, title.length() + 1)),
        pieces(SearchIndex.marked(SearchIndex.text(record), words, EXCERPT)));
  }

  private static List<Piece> pieces(List<SearchIndex.Part> parts) {
    return parts.stream().map(part -> new Piece(part.text(), part.marked())).toList();
  }

  public Frame frame() {
    return Frame.of(
        words.isEmpty() ? Say.text("search.title") : Say.text("search.titled", "words", words),
        open.view().info(),
        "search");
  }
}
