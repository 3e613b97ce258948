package org.parley.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.publication.PublicationException;
import org.parley.store.Journal;
import org.parley.web.api.Api;
import org.parley.web.publish.PublicationSite;
import org.parley.web.publish.SitePublisher;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// The public view of a case, published as files by the server's own pages.
///
/// @param service the case, read by the public alone
/// @param open the same, opened
public record PublicSite(CaseService service, OpenCase open, PublicationSite site) {

  /// The answers to programs that depend on the records alone: not on who asks, and not on how long
  /// something is computed.
  private static final Set<String> DATA =
      Set.of(
          "/api/case",
          "/api/case/header",
          "/api/board",
          "/api/timeline",
          "/api/acts",
          "/api/claims",
          "/api/inbox",
          "/api/incidents",
          "/api/entries",
          "/api/questions",
          "/api/guarantees/burden",
          "/api/guarantees/coverage",
          "/api/guarantees/duties",
          "/api/indicators",
          "/api/warnings");

  /// The case of a folder, which does not change while it is published.
  private record StillCase(OpenCase open, @Nullable Journal journal) implements CaseService {
    @Override
    public CaseAccess read(Visitor visitor) {
      return new CaseAccess.Opened(open);
    }

    @Override
    public History history() {
      return journal == null ? CaseService.super.history() : new History(journal, null);
    }
  }

  /// The site of a case.
  ///
  /// @param view what the public may see
  /// @param journal of the case; null if it has none
  /// @param address where the site is published
  /// @throws PublicationException if no pages can be published there
  public static PublicSite of(
      CaseView view, @Nullable Journal journal, String address, LocalDate day)
      throws PublicationException {
    OpenCase open = new OpenCase(view);
    return new PublicSite(new StillCase(open, journal), open, PublicationSite.at(address, day));
  }

  /// Publishes it.
  ///
  /// @param progress receives the number of files written so far
  public SitePublisher.Published into(Path folder, IntConsumer progress) throws IOException {
    try (InProcessServer server = InProcessServer.start(service, site, Language.current())) {
      return new SitePublisher(site, server, open, data()).into(folder, progress);
    }
  }

  /// Lists are published whole, as JSON Lines.
  private static List<String> data() {
    return Api.lines().stream()
        .filter(each -> each.route().isSafe() && DATA.contains(each.route().path()))
        .map(each -> each.route().path() + (each.isList() ? ".jsonl" : ""))
        .toList();
  }
}
