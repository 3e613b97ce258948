package org.parley.web.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.guarantee.Incident;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.text.Point;
import org.parley.publication.Manifest;
import org.parley.publication.PublicationException;
import org.parley.publication.PublicationFault;
import org.parley.publication.PublicationFolder;
import org.parley.web.export.ShownState;
import org.parley.web.search.SearchedRecords;
import org.parley.web.view.Address;
import org.parley.web.view.Asset;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// Publishes what the public may see of a case, as files.
///
/// It asks the server for the first page, and follows every link to what is published. Each answer
/// becomes a file. If one of them cannot be had, nothing is published.
public final class SitePublisher {

  /// With more points, the packages are not published.
  private static final int MOST_POINTS = 60;

  private static final Set<String> COMPUTED =
      Set.of(Address.PACKAGES.path(), Address.REHEARSAL.path(), Address.FINDINGS.path());

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /// The case does not have what is asked for.
  private static final Set<Integer> NO_ANSWER = Set.of(NOT_FOUND, 422);

  private static final String HTML = "text/html";
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final PublicationSite site;
  private final SiteSource source;
  private final OpenCase open;
  private final List<String> data;
  private final ShownState state;
  private final Map<String, String> pagesOfActs = new ConcurrentHashMap<>();
  private final RepeatedRecords repeated;
  private final PublishedPages pages;

  /// @param source the answers of the server to the public
  /// @param open the case as the public sees it
  /// @param data the addresses for programs whose answers are published; lists end with `.jsonl`
  public SitePublisher(PublicationSite site, SiteSource source, OpenCase open, List<String> data) {
    this.site = site;
    this.source = source;
    this.open = open;
    this.data = List.copyOf(data);
    this.state = ShownState.of(open, Map.of());
    this.repeated = new RepeatedRecords(open.view());
    PublishedLinks links = new PublishedLinks(this::isPublished, this::resolved);
    this.pages = new PublishedPages(site, new PageNotes(site, state), links);
  }

  /// The result of a publication.
  ///
  /// @param files how many files
  /// @param state the hash of what the public may see
  /// @param manifest the digest of the manifest
  public record Published(int files, String state, String manifest) {}

  /// Publishes into a folder.
  ///
  /// @param progress receives the number of files written so far
  /// @throws PublicationException if the folder holds something else, or a page could not be made
  public Published into(Path folder, IntConsumer progress) throws IOException {
    try (PublicationFolder out = PublicationFolder.begin(folder)) {
      findActs();
      crawl(out, progress);
      keepLinks(out);
      out.add(SearchFiles.SCRIPT, SearchFiles.script());
      out.add(SearchFiles.INDEX, SearchFiles.index(SearchedRecords.list(open), this::fileOf));
      String digest =
          out.finish(
              new Manifest(
                  state.title(),
                  site.address(""),
                  Language.current().tag(),
                  site.day(),
                  state.hash(),
                  new TreeMap<>()));
      return new Published(out.size() + 1, state.hash(), digest);
    }
  }

  /// Links name acts; their list has pages. So the page of each act is found first.
  private void findActs() throws IOException {
    PublishedAddress next = PublishedAddress.of(Address.ACTS.path());
    for (int number = 2; next != null; number++) {
      PublishedAddress page = next;
      var html =
          Jsoup.parse(new String(source(page).body(), java.nio.charset.StandardCharsets.UTF_8));
      for (Element each : html.select("ol.events > li[id]")) {
        pagesOfActs.put(each.id(), page.asked());
      }
      PublishedAddress after =
          new PublishedAddress(Address.ACTS.path(), Map.of("page", String.valueOf(number)));
      next = html.select("a[href*=page=" + number + "]").isEmpty() ? null : after;
    }
  }

  /// An address that was published before stays one: its page says that there is nothing on record.
  private void keepLinks(PublicationFolder out) throws IOException {
    for (String file : out.filesBefore()) {
      PublishedAddress address = PublishedAddress.ofPage(file).orElse(null);
      if (address == null || out.has(file)) {
        continue;
      }
      SiteSource.Answer answer = source(address);
      if (answer.isHtml() && (answer.status() == NOT_FOUND || answer.status() == OK)) {
        // the files that are there grow meanwhile
        PublishedLinks links = new PublishedLinks(target -> out.has(target.file()), this::resolved);
        PublishedPages pages = new PublishedPages(site, new PageNotes(site, state), links);
        out.add(file, pages.uncited(address, answer.body()).html());
      }
    }
  }

  private List<PublishedAddress> first() {
    List<PublishedAddress> first = new ArrayList<>();
    first.add(PublishedAddress.of(Address.BOARD.path()));
    first.add(PublishedAddress.of(Address.SEARCH.path()));
    data.forEach(each -> first.add(PublishedAddress.of(each)));
    open.view().records().forEach(each -> first.add(addressOf(each)));
    return first;
  }

  private static PublishedAddress addressOf(CaseRecord record) {
    Address page =
        switch (record) {
          case Claim _ -> Address.CLAIM;
          case Source _ -> Address.SOURCE;
          case Point _ -> Address.POINT;
          case Party _ -> Address.PARTY;
          case Incident _ -> Address.INCIDENT;
          default -> Address.RECORD;
        };
    return PublishedAddress.of(page.path().replace("{id}", record.id().value()));
  }

  private String fileOf(String id) {
    return addressOf(open.view().find(id).orElseThrow()).file();
  }

  private void crawl(PublicationFolder out, IntConsumer progress) throws IOException {
    Language language = Language.current();
    Set<PublishedAddress> seen = ConcurrentHashMap.newKeySet();
    Set<String> assets = ConcurrentHashMap.newKeySet();
    // pictures are drawn one at a time: while one waits, another page is made
    int threads = Runtime.getRuntime().availableProcessors() + 1;
    try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
      var answers = new ExecutorCompletionService<Set<PublishedAddress>>(crew);
      int waiting = 0;
      for (PublishedAddress each : first()) {
        waiting += begin(each, seen, assets, answers, out, language);
      }
      try {
        for (; waiting > 0; waiting--) {
          for (PublishedAddress each : answers.take().get()) {
            waiting += begin(each, seen, assets, answers, out, language);
          }
          progress.accept(out.size());
        }
      } catch (ExecutionException e) {
        crew.shutdownNow();
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      } catch (InterruptedException e) {
        crew.shutdownNow();
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("while a case was published");
      }
    }
    for (String each : assets) {
      try (var content = Asset.find(each).orElseThrow().content()) {
        out.add("assets/" + each, content.readAllBytes());
      }
    }
  }

  private int begin(
      PublishedAddress address,
      Set<PublishedAddress> seen,
      Set<String> assets,
      ExecutorCompletionService<Set<PublishedAddress>> answers,
      PublicationFolder out,
      Language language) {
    if (!seen.add(address)) {
      return 0;
    }
    var _ =
        answers.submit(
            () ->
                ScopedValue.where(Language.CURRENT, language)
                    .call(() -> write(address, assets, out)));
    return 1;
  }

  /// Writes a file; returns what it leads to.
  private Set<PublishedAddress> write(
      PublishedAddress address, Set<String> assets, PublicationFolder out) throws IOException {
    SiteSource.Answer answer = source(address);
    if (data.contains(address.path()) && NO_ANSWER.contains(answer.status())) {
      // without a journal there are no entries, without options no packages; no page leads there
      return Set.of();
    }
    check(answer, address);
    if (!address.isPage()) {
      out.add(address.file(), answer.body());
      return Set.of();
    }
    PublishedPages.Finished page = pages.of(address, answer.body());
    out.add(address.file(), page.html());
    assets.addAll(page.assets());
    Set<PublishedAddress> further = new HashSet<>();
    for (PublishedAddress each : page.found()) {
      if (each.isPage() || !each.page().equals(address)) {
        further.add(each);
      } else {
        // at once, while the server has the page at hand
        SiteSource.Answer part = source(each);
        check(part, each);
        out.add(each.file(), part.body());
      }
    }
    return further;
  }

  private SiteSource.Answer source(PublishedAddress address) throws IOException {
    String accept = !address.isData() ? HTML : address.path().endsWith(".jsonl") ? LINES : JSON;
    return source.get(asked(address), accept);
  }

  private static void check(SiteSource.Answer answer, PublishedAddress address)
      throws PublicationException {
    if (answer.status() != OK || (address.isPage() && !answer.isHtml())) {
      throw new PublicationException(
          PublicationFault.PAGE_NOT_PUBLISHED, address.asked() + " (" + answer.status() + ")");
    }
  }

  private static String asked(PublishedAddress address) {
    return address.isData() ? address.path().replaceFirst("\\.jsonl$", "") : address.asked();
  }

  /// Packages of very many points are left out: nothing bounds how long they are computed, and a
  /// publication may not depend on that.
  private boolean isPublished(PublishedAddress address) {
    return open.view().points().size() <= MOST_POINTS || !COMPUTED.contains(address.page().path());
  }

  /// An act is on a page of the list of acts, and a claim is published once.
  private PublishedAddress resolved(PublishedAddress address) {
    String act = address.parameters().get("act");
    return act == null
        ? repeated.once(address)
        : PublishedAddress.find(pagesOfActs.getOrDefault(act, Address.ACTS.path())).orElseThrow();
  }
}
