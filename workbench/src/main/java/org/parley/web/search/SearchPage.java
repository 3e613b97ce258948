package org.parley.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.RecordForm;
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
    List<SearchIndex.Document> found = index.search(words);
    Map<String, List<SearchIndex.Document>> byKind = new LinkedHashMap<>();
    for (String each : RecordForm.kinds()) {
      byKind.put(each, new ArrayList<>());
    }
    found.forEach(each -> Objects.requireNonNull(byKind.get(each.kind())).add(each));
    List<Group> groups = new ArrayList<>();
    byKind.forEach(
        (each, documents) -> {
          if (!documents.isEmpty() && (kind == null || kind.equals(each))) {
            int most = kind == null ? SHOWN : SHOWN_ALONE;
            groups.add(
                new Group(
                    each,
                    Say.count(documents.size(), RecordTitles.one(each), RecordTitles.many(each)),
                    documents.size(),
                    documents.stream().limit(most).map(d -> hit(d, words)).toList(),
                    documents.size() > most && kind == null
                        ? Link.to(Address.SEARCH) + "?q=" + Link.encoded(typed) + "&kind=" + each
                        : ""));
          }
        });
    return new SearchPage(open, typed, found.size(), groups, null);
  }

  private static Hit hit(SearchIndex.Document document, Set<String> words) {
    return new Hit(
        document.id(),
        pieces(SearchIndex.marked(document.title(), words, document.title().length() + 1)),
        pieces(SearchIndex.marked(document.text(), words, EXCERPT)));
  }

  private static List<Piece> pieces(List<SearchIndex.Part> parts) {
    return parts.stream().map(part -> new Piece(part.text(), part.marked())).toList();
  }

  public Frame frame() {
    return Frame.of(words.isEmpty() ? "Search" : "Search: " + words, open.view().info(), "search");
  }
}
