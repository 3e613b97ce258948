package org.parley.web.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.model.source.Source;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// A page of the list of sources, newest first.
///
/// @param open the case
/// @param text the words looked for in publisher and title; may be empty
/// @param page the page, from 1
/// @param total how many sources there are with these words
/// @param sources those on this page
/// @param pages how many pages there are
public record SourcesPage(
    OpenCase open, String text, int page, int total, List<Source> sources, int pages) {

  private static final int PAGE_SIZE = 100;

  /// The page an address asks for.
  public static SourcesPage of(OpenCase open, Query query) {
    String asked = query.text("q");
    String text = asked == null ? "" : asked;
    String lower = text.toLowerCase(Locale.ROOT);
    List<Source> found = lower.isEmpty() ? open.view().sources().reversed() : found(open, lower);
    int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    int page = query.number("page", 1, pages, 1);
    int from = (page - 1) * PAGE_SIZE;
    return new SourcesPage(
        open,
        text,
        page,
        found.size(),
        found.subList(from, Math.min(found.size(), from + PAGE_SIZE)),
        pages);
  }

  private static List<Source> found(OpenCase open, String lower) {
    List<Source> all = open.view().sources();
    List<String> texts = open.once(SourceTexts.class, SourceTexts::of).texts;
    List<Source> found = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (texts.get(i).contains(lower)) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  /// The searched text of each source, in lower case.
  private record SourceTexts(List<String> texts) {

    static SourceTexts of(OpenCase open) {
      return new SourceTexts(
          open.view().sources().stream()
              .map(each -> (each.publisher() + " " + each.title()).toLowerCase(Locale.ROOT))
              .toList());
    }
  }

  public Frame frame() {
    return Frame.of(Say.text("sources.page"), open.view().info(), "sources");
  }

  public String url(int other) {
    return Link.to(Address.SOURCES)
        + "?"
        + (text.isEmpty() ? "" : "q=" + Link.encoded(text) + "&")
        + "page="
        + other;
  }
}
