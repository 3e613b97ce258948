package org.parley.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalUnavailableException;
import org.parley.web.search.SearchPage;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService.CaseAccess;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// The results of a search in the cases that somebody may see.
///
/// @param words the query, as typed
/// @param total how many records have all the words
/// @param isMaking whether the index of a case is still being made
/// @param cases the cases in which something is found
public record FindPage(String words, int total, boolean isMaking, List<FoundCase> cases) {

  public FindPage {
    cases = List.copyOf(cases);
  }

  /// The results in one case.
  ///
  /// @param address where all of it is shown
  public record FoundCase(
      String id, String title, int count, String address, List<FoundRecord> records) {}

  /// A record that was found.
  public record FoundRecord(
      String kind, String address, List<SearchPage.Piece> title, List<SearchPage.Piece> excerpt) {

    /// Its title without marks.
    public String name() {
      return String.join("", title.stream().map(SearchPage.Piece::text).toList());
    }
  }

  /// Searches the cases that somebody may see, one after the other.
  public static FindPage of(HostedCases hosted, CaseAsker asker, String words) {
    List<FoundCase> found = new ArrayList<>();
    boolean isMaking = false;
    List<SeenCase> seen = words.isBlank() ? List.of() : hosted.list(asker);
    hosted.begin(seen.stream().map(SeenCase::id).toList());
    for (SeenCase each : seen) {
      try {
        SearchPage page = search(hosted, each, words, found);
        isMaking |= page != null && page.making() != null;
      } catch (CaseLoading e) {
        isMaking = true;
      }
    }
    return new FindPage(words, found.stream().mapToInt(FoundCase::count).sum(), isMaking, found);
  }

  private static @Nullable SearchPage search(
      HostedCases hosted, SeenCase seen, String words, List<FoundCase> found) {
    try (HostedCases.CaseUse use = hosted.use(seen.hosted().id())) {
      if (!(use.opened().service().read(seen.visitor())
          instanceof CaseAccess.Opened(OpenCase open))) {
        return null;
      }
      String base = Link.atHome(ServerAddress.ofCase(seen.hosted().id()));
      return ScopedValue.where(Link.BASE, new Link.Base(base, null, Link.home()))
          .call(
              () -> {
                SearchPage page = SearchPage.of(open, new Query(Map.of("q", List.of(words))));
                if (page.total() > 0) {
                  found.add(found(seen, open, page));
                }
                return page;
              });
    } catch (JournalUnavailableException | JournalAwayException e) {
      return null;
    }
  }

  private static FoundCase found(SeenCase seen, OpenCase open, SearchPage page) {
    List<FoundRecord> records =
        page.groups().stream()
            .flatMap(
                group ->
                    group.hits().stream()
                        .map(
                            hit ->
                                new FoundRecord(
                                    group.kind(), hit.address(), hit.title(), hit.excerpt())))
            .toList();
    return new FoundCase(
        seen.hosted().id(),
        ListedCases.title(open),
        page.total(),
        Link.to(Address.SEARCH) + "?q=" + Link.encoded(page.words()),
        records);
  }

  /// The results, for programs.
  ///
  /// @param total how many records have all the words
  /// @param isMaking whether the index of a case is still being made, so that more may be found
  public record FindAnswer(int total, boolean isMaking, List<FoundLine> records) {}

  /// A record that was found, for programs.
  public record FoundLine(String caseId, String kind, String title, String address) {}

  /// The same for programs.
  public FindAnswer answer() {
    return new FindAnswer(
        total,
        isMaking,
        cases.stream()
            .flatMap(
                each ->
                    each.records().stream()
                        .map(
                            record ->
                                new FoundLine(
                                    each.id(), record.kind(), record.name(), record.address())))
            .toList());
  }

  public Frame frame() {
    return new Frame(Say.text("cases.find"), "Parley", "find");
  }
}
