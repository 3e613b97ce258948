package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.Pruning;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.web.brief.Brief;
import org.parley.web.publish.PublicationSite;
import org.parley.web.publish.SiteSource;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// After any changes, every page is that of the case opened anew, whatever was asked for before.
@NullMarked
class FollowedPagesLawTest {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?asOf=2024-10-01&since=2024-06-01",
          "/claims",
          "/sequence",
          "/sequence/forecast",
          "/acts",
          "/timeline",
          "/timeline?asOf=2024-10-01",
          "/questions",
          "/guarantees",
          "/outlook",
          "/indicators",
          "/places",
          "/watch",
          "/instruments",
          "/parties",
          "/sources",
          "/weakest-sources",
          "/inbox",
          "/warnings");

  /// The case that is served now.
  private static final class Served implements CaseService {
    private OpenCase open;

    Served(OpenCase open) {
      this.open = open;
    }

    @Override
    public CaseAccess read(Visitor visitor) {
      return new CaseAccess.Opened(open);
    }
  }

  /// The records of a case, of which some are there.
  private static final class History {
    private final Case all;
    private final List<CaseRecord> records;
    private final Set<String> gone = new TreeSet<>();
    private final Map<String, CaseRecord> changed = new HashMap<>();
    private final Set<Class<?>> kinds = new HashSet<>();

    History(Case all, Random random) {
      this.all = all;
      this.records = List.copyOf(all.records());
      for (CaseRecord each : records) {
        if (random.nextInt(12) == 0) {
          gone.add(each.id().value());
        }
      }
    }

    /// The case by now, without what does not fit the rest; empty if there is none.
    Optional<CaseView> view() {
      Set<String> left = new TreeSet<>(gone);
      while (true) {
        List<CaseRecord> there = fitting(left);
        CaseInfo info = Pruning.of(all.info(), left).orElseThrow();
        try {
          return Optional.of(Case.of(info, there).viewFor(new Viewer.Mediator()));
        } catch (InvalidCaseException e) {
          int before = left.size();
          for (CaseViolation each : e.problems()) {
            if (each.record() >= 0) {
              left.add(there.get(each.record()).id().value());
            }
          }
          if (left.size() == before) {
            return Optional.empty();
          }
        }
      }
    }

    /// The records that can do without those that are left out.
    private List<CaseRecord> fitting(Set<String> left) {
      List<CaseRecord> there = new ArrayList<>();
      int before;
      do {
        before = left.size();
        there.clear();
        for (CaseRecord each : records) {
          String id = each.id().value();
          if (!left.contains(id)) {
            Pruning.of((Record) changed.getOrDefault(id, each), left)
                .ifPresentOrElse(now -> there.add((CaseRecord) now), () -> left.add(id));
          }
        }
      } while (left.size() > before);
      return there;
    }

    /// A few records come, go, or are said on another day.
    Optional<CaseView> next(Random random) {
      Set<String> goneBefore = new TreeSet<>(gone);
      Map<String, CaseRecord> changedBefore = new HashMap<>(changed);
      Set<Class<?>> touched = new HashSet<>();
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        CaseRecord one = records.get(random.nextInt(records.size()));
        String id = one.id().value();
        if (one instanceof Claim claim && random.nextBoolean()) {
          gone.remove(id);
          changed.put(id, saidOn(claim, random));
        } else if (!gone.remove(id)) {
          gone.add(id);
        }
        touched.add(one.getClass());
      }
      Optional<CaseView> view = view();
      if (view.isEmpty()) {
        gone.clear();
        gone.addAll(goneBefore);
        changed.clear();
        changed.putAll(changedBefore);
      } else {
        kinds.addAll(touched);
      }
      return view;
    }

    private static Claim saidOn(Claim claim, Random random) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
      Claim moved = Pruning.with(claim, "said", Edtf.of(day));
      return Pruning.with(moved, "known", null);
    }
  }

  @Test
  void everyPageAfterChangesIsThatOfTheCaseOpenedAnew() throws Exception {
    PublicationSite site = PublicationSite.at("https://example.org/", LocalDate.of(2026, 1, 1));
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 1; seed <= Effort.of(2, 40); seed++) {
      Random random = new Random(seed ^ 0xF0110);
      History history = new History(Cases.of(seed), random);
      Optional<CaseView> first = history.view();
      if (first.isEmpty()) {
        continue;
      }
      Served followed = new Served(new OpenCase(first.get()));
      Served anew = new Served(new OpenCase(first.get()));
      try (InProcessServer one = InProcessServer.start(followed, site, Language.ENGLISH);
          InProcessServer other = InProcessServer.start(anew, site, Language.ENGLISH)) {
        for (int change = 0; change < 5; change++) {
          Optional<CaseView> view = history.next(random);
          if (view.isPresent()) {
            followed.open = new OpenCase(view.get(), followed.open);
            anew.open = new OpenCase(view.get());
            for (String page : asked(view.get(), random)) {
              String where = "seed " + seed + ", change " + change + ": " + page;
              assertEquals(body(other, page), body(one, page), where);
            }
            sameBriefing(anew.open, followed.open);
          }
        }
      }
      kinds.addAll(history.kinds);
    }
    assertTrue(kinds.size() > 3, kinds.toString());
  }

  /// Its packages are counted in the background, so it may not be finished.
  private static void sameBriefing(OpenCase anew, OpenCase followed) {
    Brief expected = briefing(anew);
    Brief found = briefing(followed);
    if (expected.isFinal() && found.isFinal()) {
      assertEquals(expected.json(), found.json());
    }
  }

  private static Brief briefing(OpenCase open) {
    return Brief.of(
        open, new Viewer.Mediator(), new Brief.DaysAsked(null, null, null), Duration.ofSeconds(2));
  }

  /// Some of the pages: what nobody asked for does not follow.
  private static List<String> asked(CaseView view, Random random) {
    List<String> pages = new ArrayList<>(PAGES);
    view.points().forEach(each -> pages.add(Link.to(Address.POINT, each.id())));
    view.parties().forEach(each -> pages.add(Link.to(Address.PARTY, each.id())));
    pages.removeIf(_ -> random.nextInt(3) == 0);
    return pages;
  }

  private static String body(SiteSource server, String page) throws Exception {
    return new String(server.get(page, "text/html").body(), StandardCharsets.UTF_8);
  }
}
