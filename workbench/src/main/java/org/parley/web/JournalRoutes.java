package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.parley.model.Visibility;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.Undo;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.Audience;
import org.parley.web.journal.EntryPage;
import org.parley.web.journal.SetAsidePage;
import org.parley.web.journal.UndoPreview;
import org.parley.web.journal.VersionsPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Single entries of the journal, their undo, and comparisons of versions of a record.
final class JournalRoutes {

  private static final String KEEP = "_keep/";

  private final CaseService service;
  private final Templates templates;

  JournalRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  /// Answers with a case and its journal.
  private interface Shown {
    void show(Context ctx, Visitor visitor, OpenCase open, Journal journal);
  }

  void addTo(Routes routes) {
    Access all = Access.MEDIATE;
    add(routes, "GET", Address.ENTRY, all, "one entry of the journal", this::entry);
    add(routes, "POST", Address.ENTRY, all, "takes an entry back", this::undo);
    add(routes, "GET", Address.VERSIONS, all, "two versions of a record", this::versions);
    Access own = Access.WRITE;
    add(routes, "GET", Address.UNDO, own, "a change of one's own", this::change);
    add(routes, "POST", Address.UNDO, own, "takes a change back", this::takeBack);
    routes.add(
        new Route(
            "GET",
            Address.SET_ASIDE.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "hidden records that do not fit"),
        new WithCase(service, templates)
            .shows(
                (ctx, _, open) ->
                    templates.show(
                        ctx, "journal/setaside", SetAsidePage.of(open, service.setAside()))));
  }

  private void add(
      Routes routes, String method, Address address, Access access, String shows, Shown shown) {
    routes.add(
        new Route(method, address.path(), access, Kind.PAGE, shows),
        (ctx, visitor) -> {
          Journal journal = service.history().journal();
          if (journal != null
              && service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)) {
            shown.show(ctx, visitor, open, journal);
          } else {
            ctx.redirect(Link.to(Address.HISTORY));
          }
        });
  }

  /// The case with the names of a page; what is undone is read from the other.
  private static OpenCase shown(OpenCase open) {
    return open.onPageIn(Language.current());
  }

  private static Entry find(Context ctx, Journal journal) {
    String number = ctx.pathParam("number");
    NotOnRecord none = new NotOnRecord("entry", number, List.of());
    if (!number.matches("\\d{1,18}")) {
      throw none;
    }
    return journal.find(Long.parseLong(number)).orElseThrow(() -> none);
  }

  private void entry(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    boolean whole = "all".equals(ctx.queryParam("undo"));
    Entry entry = find(ctx, journal);
    UndoPreview back = UndoPreview.of(open, journal, entry, whole, Set.of());
    templates.show(
        ctx, "journal/entry", EntryPage.of(shown(open), address(entry), back, List.of(), ""));
  }

  private void undo(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    boolean whole = "all".equals(ctx.formParam("undo"));
    Entry entry = find(ctx, journal);
    undo(ctx, visitor, open, journal, entry, address(entry), whole);
  }

  private static String address(Entry entry) {
    return Link.to(Address.ENTRY, entry.number());
  }

  /// A change that the visitor may undo, as they may see it. Numbers of entries would reveal hidden
  /// ones, so changes are counted from the first of the record.
  private static Own own(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    String id = ctx.pathParam("id");
    String number = ctx.pathParam("number");
    List<Entry> entries =
        VisibleJournal.list(journal, visitor, id, 0, Integer.MAX_VALUE).reversed();
    int at =
        number.equals("last")
            ? entries.size()
            : number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    if (at < 1 || at > entries.size()) {
      throw new NotOnRecord("change of " + id, number, List.of());
    }
    Entry entry = entries.get(at - 1);
    if (!Rights.mayUndo(visitor, open.view(), entry.change().kind(), id)) {
      throw new RoleForbidden();
    }
    return new Own(entry, Link.to(Address.UNDO, id, at));
  }

  /// @param address the address of its undo
  private record Own(Entry entry, String address) {}

  private void change(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    Own own = own(ctx, visitor, open, journal);
    UndoPreview back = UndoPreview.of(open, journal, own.entry, false, Set.of());
    templates.show(
        ctx, "journal/entry", EntryPage.of(shown(open), own.address, back, List.of(), ""));
  }

  private void takeBack(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    Own own = own(ctx, visitor, open, journal);
    undo(ctx, visitor, open, journal, own.entry, own.address, false);
  }

  private void undo(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      Journal journal,
      Entry entry,
      String address,
      boolean whole) {
    Set<String> kept = new LinkedHashSet<>();
    Set<String> decided = new LinkedHashSet<>();
    ctx.formParamMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(KEEP)) {
                decided.add(name.substring(KEEP.length()));
                if (values.contains("keep")) {
                  kept.add(name.substring(KEEP.length()));
                }
              }
            });
    UndoPreview back = UndoPreview.of(open, journal, entry, whole, kept);
    Undo undo = back.undo();
    String why = Objects.requireNonNullElse(ctx.formParam("_why"), "").strip();
    Visibility confirmed =
        Audience.find(Objects.requireNonNullElse(ctx.formParam(Audience.SEEN), ""))
            .orElse(new Visibility.Mediator());
    List<String> troubles = new ArrayList<>(undo.problems());
    if (undo.clashes().stream().anyMatch(clash -> !decided.contains(clash.name()))) {
      troubles.add(Say.text("entry.clash"));
    }
    if (troubles.isEmpty() && !undo.edits().isEmpty()) {
      SaveOutcome saving = back.save(service, visitor, open, why, confirmed);
      switch (saving) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(Link.to(Address.HISTORY), HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> refused) ->
            refused.forEach(each -> troubles.add(Say.sentence(each.sentenceWithRecord())));
        case SaveOutcome.Widens _ -> troubles.add(Say.text("entry.unconfirmed"));
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Conflict _ -> troubles.add(Say.text("entry.conflict"));
      }
    }
    ctx.status(troubles.isEmpty() ? 200 : 422);
    templates.show(ctx, "journal/entry", EntryPage.of(shown(open), address, back, troubles, why));
  }

  private void versions(Context ctx, Visitor visitor, OpenCase open, Journal journal) {
    String id = ctx.pathParam("id");
    templates.show(
        ctx,
        "journal/versions",
        VersionsPage.of(shown(open), id, journal.listOf(id), new Query(ctx.queryParamMap())));
  }
}
