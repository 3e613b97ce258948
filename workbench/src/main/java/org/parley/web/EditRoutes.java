package org.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.answer.packages.KnotOffers;
import org.parley.answer.packages.ProposedOptions;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.shape.Shape;
import org.parley.exact.Budget;
import org.parley.exchange.indicators.BadSeriesException;
import org.parley.exchange.indicators.SeriesFile;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.text.Point;
import org.parley.reading.dates.SaidDate;
import org.parley.store.Journal;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.comment.Colleagues;
import org.parley.web.comment.CommentDraft;
import org.parley.web.comment.CommentForms;
import org.parley.web.comment.CommentedRecord;
import org.parley.web.comment.RecordComments;
import org.parley.web.edit.Completion;
import org.parley.web.edit.ConfidePage;
import org.parley.web.edit.EditFragments;
import org.parley.web.edit.GridPage;
import org.parley.web.edit.MenuPage;
import org.parley.web.edit.PointGrid;
import org.parley.web.edit.PointGridPage;
import org.parley.web.edit.PositionGrid;
import org.parley.web.edit.Presence;
import org.parley.web.edit.RecordFormHandler;
import org.parley.web.edit.RecordPage;
import org.parley.web.edit.RemovePage;
import org.parley.web.indicators.SeriesUpload;
import org.parley.web.indicators.SeriesUploadPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// Where records are added, changed and removed.
final class EditRoutes {

  /// How long a proposal is searched again.
  private static final Duration PROPOSING = Duration.ofSeconds(10);

  /// The prefix of the fields that hold the versions seen.
  private static final String SEEN = "seen/";

  private final CaseService service;
  private final Templates templates;
  private final Colleagues colleagues;
  private final InstantSource clock = InstantSource.system();
  private final Presence presence = new Presence(clock);

  EditRoutes(CaseService service, Templates templates, Colleagues colleagues) {
    this.service = service;
    this.templates = templates;
    this.colleagues = colleagues;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.GRID, Access.WRITE, "the table of positions", this::grid);
    add(routes, "POST", Address.GRID, Access.WRITE, "changes positions", this::fill);
    add(routes, "GET", Address.GRID_POINTS, Access.MEDIATE, "the table of points", this::points);
    add(routes, "POST", Address.GRID_POINTS, Access.MEDIATE, "changes points", this::fillPoints);
    add(routes, "GET", Address.CONFIDE, Access.WRITE, "the sheet of a party", this::sheet);
    add(routes, "POST", Address.CONFIDE, Access.WRITE, "tells in confidence", this::confide);
    add(routes, "GET", Address.MENU, Access.WRITE, "what can be added", this::menu);
    add(routes, "GET", Address.ADD, Access.WRITE, "the form of a new record", this::fresh);
    add(routes, "POST", Address.ADD, Access.WRITE, "adds a record", this::sent);
    add(routes, "GET", Address.SERIES_READ, Access.MEDIATE, "reads a series", this::seriesForm);
    add(routes, "POST", Address.SERIES_READ, Access.MEDIATE, "shows what was read", this::series);
    add(routes, "GET", Address.EDIT, Access.WRITE, "the form of a record", this::existing);
    add(routes, "POST", Address.EDIT, Access.WRITE, "changes a record", this::sent);
    add(routes, "GET", Address.REMOVE, Access.WRITE, "asks back", this::askRemove);
    add(routes, "POST", Address.REMOVE, Access.WRITE, "removes a record", this::remove);
    add(
        routes,
        "POST",
        Address.PRESENCE,
        Access.WRITE,
        "who else has a record open",
        this::present);
    add(
        routes,
        "POST",
        Address.PROPOSED,
        Access.WRITE,
        "adds a proposal as an option",
        this::addProposal);
    add(routes, "GET", Address.RECORD, Access.READ, "one record of any kind", this::record);
    add(
        routes,
        "GET",
        Address.COMPLETE,
        Access.READ,
        "ids that complete what is typed",
        this::complete);
    routes.page(Address.SAID, "a date in words", (ctx, _) -> said(ctx));
  }

  private void add(
      Routes routes,
      String method,
      Address address,
      Access access,
      String shows,
      WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), access, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void menu(Context ctx, Visitor visitor, OpenCase open) {
    templates.show(ctx, "edit/menu", MenuPage.of(open));
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }

  private void grid(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("positions"));
    templates.show(ctx, "edit/grid", GridPage.of(open, visitor, today(), saved(ctx)));
  }

  /// Changes the positions of a table in one change: all that were typed, or none.
  private void fill(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("positions"));
    PositionGrid grid = PositionGrid.of(open.view(), visitor);
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    cells(ctx, typed, seen);
    int status = 422;
    Map<String, String> faults = new LinkedHashMap<>();
    String told = Objects.requireNonNullElse(ctx.formParam("told"), "").strip();
    Edtf day = null;
    if ("told".equals(ctx.formParam("basis"))) {
      try {
        day = SaidDate.of(told);
      } catch (InvalidValueException e) {
        faults.put("told", Say.sentence(Complaint.of(e).sentence()));
      }
    }
    PositionGrid.PositionBasis basis =
        new PositionGrid.PositionBasis(
            day, Objects.requireNonNullElse(ctx.formParam("readers"), ""));
    PositionGrid.Filled filled = grid.fill(typed, seen, basis);
    faults.putAll(filled.faults());
    if (faults.isEmpty() && !filled.edits().isEmpty()) {
      switch (service.change(visitor, filled.edits(), Say.text("grid.title"), filled.basedOn())) {
        case SaveOutcome.Saved _ -> {}
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
            faults.putAll(GridPage.faults(grid, filled.records(), troubles));
        case SaveOutcome.Conflict _ -> {
          status = 409;
          faults.put("", Say.text("grid.changed"));
          faults.putAll(grid.changedSince(typed, seen));
          seen.putAll(grid.versions());
        }
        case SaveOutcome.Widens _ ->
            throw new IllegalStateException("a table changes no visibility");
      }
    }
    if (faults.isEmpty() && filled.edits().isEmpty()) {
      templates.show(ctx, "edit/grid", GridPage.of(open, visitor, today(), 0));
      return;
    }
    if (faults.isEmpty()) {
      ctx.redirect(
          Link.to(Address.GRID) + "?saved=" + filled.edits().size(),
          io.javalin.http.HttpStatus.SEE_OTHER);
      return;
    }
    ctx.status(status);
    templates.show(
        ctx, "edit/grid", GridPage.sent(open, visitor, typed, seen, basis, told, faults));
  }

  private void sheet(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("positions"));
    String named = Objects.requireNonNullElse(ctx.queryParam("party"), "");
    templates.show(
        ctx,
        "edit/confide",
        ConfidePage.of(
            open, visitor, ConfidePage.party(open.view(), visitor, named), today(), saved(ctx)));
  }

  /// Saves a sheet in one change: all that was told, or nothing.
  private void confide(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("positions"));
    String named = Objects.requireNonNullElse(ctx.formParam("party"), "");
    Optional<Party> chosen = ConfidePage.party(open.view(), visitor, named);
    if (chosen.isEmpty()) {
      ctx.status(422);
      templates.show(
          ctx, "edit/confide", ConfidePage.of(open, visitor, Optional.empty(), today(), 0));
      return;
    }
    Party party = chosen.get();
    PositionGrid grid = PositionGrid.told(open.view(), visitor, party);
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    cells(ctx, typed, seen);
    Map<String, String> cells = ConfidePage.cells(typed);
    Map<String, String> faults = new LinkedHashMap<>();
    String told = Objects.requireNonNullElse(ctx.formParam("told"), "").strip();
    Edtf day = null;
    try {
      day = SaidDate.of(told);
    } catch (InvalidValueException e) {
      faults.put("told", Say.sentence(Complaint.of(e).sentence()));
    }
    PositionGrid.Filled filled =
        grid.fill(cells, seen, new PositionGrid.PositionBasis(day, FormVisibility.ONE));
    int status = filled.faults().containsKey("") ? 409 : 422;
    faults.putAll(filled.faults());
    faults.putAll(ConfidePage.faults(cells));
    if (faults.isEmpty() && !filled.edits().isEmpty()) {
      switch (service.change(
          visitor, filled.edits(), Say.text("confide.title"), filled.basedOn())) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(
              Link.to(Address.CONFIDE)
                  + "?party="
                  + party.id().value()
                  + "&saved="
                  + filled.edits().size(),
              io.javalin.http.HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
            faults.putAll(GridPage.faults(grid, filled.records(), troubles));
        case SaveOutcome.Conflict _ -> {
          status = 409;
          faults.put("", Say.text("grid.changed"));
        }
        case SaveOutcome.Widens _ ->
            throw new IllegalStateException("a sheet changes no visibility");
      }
    }
    if (faults.isEmpty()) {
      templates.show(ctx, "edit/confide", ConfidePage.of(open, visitor, chosen, told, 0));
      return;
    }
    if (status == 409) {
      faults.putAll(grid.changedSince(cells, seen));
      seen = new LinkedHashMap<>(grid.versions());
    }
    ctx.status(status);
    templates.show(
        ctx, "edit/confide", ConfidePage.sent(open, visitor, party, cells, seen, told, faults));
  }

  private void points(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("points"));
    templates.show(
        ctx, "edit/points", PointGridPage.of(open, service.setAside().records(), saved(ctx)));
  }

  /// Changes the points of a table in one change: all that were typed, or none.
  private void fillPoints(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("points"));
    PointGrid grid = PointGrid.of(open.view(), service.setAside().records());
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    cells(ctx, typed, seen);
    String instrument = Objects.requireNonNullElse(ctx.formParam("instrument"), "");
    String readers = Objects.requireNonNullElse(ctx.formParam("readers"), "");
    Map<String, String> faults = new LinkedHashMap<>();
    if (ctx.formParam("more") != null) {
      templates.show(
          ctx,
          "edit/points",
          PointGridPage.sent(open, grid, typed, seen, faults, instrument, readers));
      return;
    }
    PointGrid.PointsFilled filled = grid.fill(typed, seen, instrument, readers);
    faults.putAll(filled.faults());
    int status = 422;
    if (faults.isEmpty() && filled.edits().isEmpty()) {
      templates.show(ctx, "edit/points", PointGridPage.of(open, service.setAside().records(), 0));
      return;
    }
    if (faults.isEmpty()) {
      switch (service.change(
          visitor, filled.edits(), Say.text("pointgrid.title"), filled.basedOn())) {
        case SaveOutcome.Saved _ -> {}
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
            faults.putAll(PointGridPage.faults(filled, troubles));
        case SaveOutcome.Conflict _ -> {
          status = 409;
          faults.put("", Say.text("grid.changed"));
          faults.putAll(grid.changedSince(typed, seen));
          seen.putAll(grid.versions());
        }
        case SaveOutcome.Widens _ ->
            throw new IllegalStateException("a table changes no visibility");
      }
    }
    if (faults.isEmpty()) {
      ctx.redirect(
          Link.to(Address.GRID_POINTS) + "?saved=" + filled.edits().size(),
          io.javalin.http.HttpStatus.SEE_OTHER);
      return;
    }
    ctx.status(status);
    templates.show(
        ctx,
        "edit/points",
        PointGridPage.sent(open, grid, typed, seen, faults, instrument, readers));
  }

  private static int saved(Context ctx) {
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    return saved.matches("\\d{1,4}") ? Integer.parseInt(saved) : 0;
  }

  /// The cells of a table, and the versions that were seen.
  private static void cells(Context ctx, Map<String, String> typed, Map<String, String> seen) {
    ctx.formParamMap()
        .forEach(
            (name, values) -> {
              if (values.isEmpty()) {
                return;
              }
              if (name.startsWith(SEEN)) {
                seen.put(name.substring(SEEN.length()), values.getFirst());
              } else if (name.contains("/")) {
                typed.put(name, values.getFirst());
              }
            });
  }

  private static RecordForm form(Context ctx) {
    String kind = ctx.pathParam("kind");
    if (!RecordForm.kinds().contains(kind)) {
      throw new NotOnRecord("kind of record", kind, RecordForm.kinds());
    }
    return RecordForm.of(kind);
  }

  private static CaseRecord record(Context ctx, OpenCase open, RecordForm form) {
    String id = ctx.pathParam("id");
    return open.view()
        .findWhole(id)
        .filter(each -> RecordForm.of(each).kind().equals(form.kind()))
        .orElseThrow(() -> notOnRecord(open, id));
  }

  private static NotOnRecord notOnRecord(OpenCase open, String id) {
    return NotOnRecord.ofRecord(open.view(), id);
  }

  private void fresh(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    allow(Visit.current().may().add(form.kind()));
    Map<String, List<String>> given = given(ctx, form, visitor);
    EditFragments.prefill(open.view(), form, given);
    templates.show(
        ctx, "edit/form", new RecordFormHandler(service, visitor, open, form, "", given).fresh());
  }

  private void seriesForm(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().may().add("indicators"));
    templates.show(
        ctx, "seriesread", new SeriesUploadPage(open, SeriesUploadPage.SeriesGiven.NOTHING, ""));
  }

  /// Shows a series in the form of a new indicator, from which it is saved.
  private void series(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    allow(Visit.current().may().add("indicators"));
    SeriesUploadPage.SeriesGiven sent = SeriesUploadPage.SeriesGiven.of(ctx.formParamMap());
    try {
      SeriesFile read = SeriesUpload.read(sent);
      RecordForm form = RecordForm.of("indicators");
      templates.show(
          ctx,
          "edit/form",
          new RecordFormHandler(service, visitor, open, form, "", SeriesUpload.fields(sent, read))
              .fresh());
    } catch (BadSeriesException refused) {
      ctx.status(422);
      templates.show(
          ctx, "seriesread", new SeriesUploadPage(open, sent, Say.sentence(refused.sentence())));
    } catch (BadFileException refused) {
      ctx.status(422);
      templates.show(
          ctx,
          "seriesread",
          new SeriesUploadPage(open, sent, Say.sentence(FileFaultWording.sentence(refused))));
    }
  }

  /// No form is shown that would be refused when it is sent.
  private static void allow(boolean may) {
    if (!may) {
      throw new RoleForbidden();
    }
  }

  /// The form fields in the query of an address.
  private Map<String, List<String>> given(Context ctx, RecordForm form, Visitor visitor) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              Shape.Key key = form.shape().key(name);
              if (key != null && !name.equals(FormVisibility.KEY)) {
                given.put(key.shape() instanceof Shape.Many ? name + "/0" : name, values);
              }
            });
    String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    if (form.kind().equals("items")) {
      if (ctx.pathParamMap().get("id") == null) {
        given.putIfAbsent("arrived", List.of(today));
      }
      if (given.containsKey("decision")) {
        given.putIfAbsent("decided", List.of(today));
        given.putIfAbsent("decidedBy", List.of(visitor.name()));
      }
    }
    return given;
  }

  private void existing(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    CaseRecord record = record(ctx, open, form);
    allow(Visit.current().may().change(open.view(), record));
    templates.show(
        ctx,
        "edit/form",
        new RecordFormHandler(
                service, visitor, open, form, record.id().value(), given(ctx, form, visitor))
            .existing(record));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    String id = Objects.requireNonNullElse(ctx.pathParamMap().get("id"), "");
    RecordFormHandler saver =
        new RecordFormHandler(service, visitor, open, form, id, ctx.formParamMap());
    switch (saver.answer()) {
      case RecordFormHandler.Outcome.Done(String saved) -> {
        presence.leave(Objects.requireNonNullElse(ctx.formParam("_form"), ""));
        ctx.redirect(
            Link.to(Address.RECORD, saved) + "?saved=1", io.javalin.http.HttpStatus.SEE_OTHER);
      }
      case RecordFormHandler.Outcome.Shown shown -> templates.show(ctx, shown);
    }
  }

  private void askRemove(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    CaseRecord record = record(ctx, open, form);
    allow(Rights.mayRemove(visitor, open.view(), record) || isClaimOnRecord(visitor, record));
    templates.show(ctx, "edit/remove", RemovePage.of(open, form.kind(), record, List.of(), ""));
  }

  private void remove(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    CaseRecord record = record(ctx, open, form);
    String why = Objects.requireNonNullElse(ctx.formParam("_why"), "").strip();
    String version = Objects.requireNonNullElse(ctx.formParam("_version"), "");
    allow(Rights.mayRemove(visitor, open.view(), record) || isClaimOnRecord(visitor, record));
    SaveOutcome saving =
        isClaimOnRecord(visitor, record)
            ? SaveOutcome.Refused.claimStays(record.id().value())
            : service.change(
                visitor,
                List.of(new CaseEdit.Remove(record.id())),
                why,
                Map.of(record.id().value(), new Version(version)));
    List<String> problems =
        switch (saving) {
          case SaveOutcome.Saved _ -> List.of();
          case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
              RemovePage.reasons(
                  open,
                  record,
                  troubles.stream().map(each -> Say.sentence(each.sentenceWithRecord())).toList());
          case SaveOutcome.Later later -> throw later.exception();
          case SaveOutcome.Widens _ -> throw new IllegalStateException("a removal shows nothing");
          case SaveOutcome.Conflict _ -> List.of(Say.text("remove.changed"));
        };
    if (problems.isEmpty()) {
      ctx.redirect(Link.to(Address.HISTORY), io.javalin.http.HttpStatus.SEE_OTHER);
    } else {
      ctx.status(saving instanceof SaveOutcome.Conflict ? 409 : 422);
      templates.show(ctx, "edit/remove", RemovePage.of(open, form.kind(), record, problems, why));
    }
  }

  /// Adds a proposal of the workbench as an option, in one change that can be undone.
  private void addProposal(Context ctx, Visitor visitor, OpenCase open) {
    allow(Visit.current().seesAll() && Visit.current().may().add("points"));
    String key = Objects.requireNonNullElse(ctx.formParam("proposal"), "");
    long endNanos = System.nanoTime() + PROPOSING.toNanos();
    Budget budget = Budget.unlimited().withStop(() -> System.nanoTime() - endNanos > 0);
    PackageProblem packages =
        open.packages() instanceof PreparedProblem.Ready(PackageProblem ready) ? ready : null;
    BridgeProposal proposal =
        packages == null
            ? null
            : ProposedOptions.find(
                    packages, KnotOffers.of(open.view(), open.acts(null, null)), key, budget)
                .orElse(null);
    if (packages == null
        || proposal == null
        || ProposedOptions.pointsOf(packages, proposal).isEmpty()) {
      throw new BadQuery(
          "proposal", key, "it is not proposed any more", "Maybe look at the packages again.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ProposedOptions.Additions additions =
        ProposedOptions.of(open.view(), packages, proposal, today);
    Map<String, Version> basedOn = new HashMap<>();
    for (Point point : additions.points()) {
      basedOn.put(point.id().value(), Version.of(open.view().get(point.id())));
    }
    switch (service.change(
        visitor,
        CaseEdit.of(additions.source().stream().toList(), additions.points()),
        Say.text("packages.proposal.source"),
        basedOn)) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(
              Link.to(Address.POINT, additions.points().getFirst().id()),
              io.javalin.http.HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          throw new BadQuery(
              "proposal",
              key,
              troubles.getFirst().sentenceWithRecord(),
              "Maybe add the option by hand.");
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new BadQuery(
              "proposal",
              key,
              "its point was changed meanwhile",
              "Maybe look at the packages again.");
    }
  }

  /// Whether it is a claim that a mediator would remove, which is answered in words.
  private static boolean isClaimOnRecord(Visitor visitor, CaseRecord record) {
    return visitor.role() == Role.MEDIATOR && record instanceof Claim;
  }

  private void present(Context ctx, Visitor visitor, OpenCase open) {
    RecordForm form = form(ctx);
    String id = ctx.pathParam("id");
    CaseRecord current = open.view().findWhole(id).orElse(null);
    String window = Objects.requireNonNullElse(ctx.formParam("_form"), "");
    List<Presence.Other> others =
        window.matches("[0-9a-f-]{36}") ? presence.confirm(window, id, visitor) : List.of();
    String base = Objects.requireNonNullElse(ctx.formParam("_base"), "").replace("\r\n", "\n");
    templates.show(
        ctx, "edit/presence", EditFragments.presence(open.view(), form, current, base, others));
  }

  private void record(Context ctx, Visitor visitor, OpenCase open) {
    String id = ctx.pathParam("id");
    OpenCase shown = open.onPageIn(Language.current());
    CaseRecord record = shown.view().find(id).orElseThrow(() -> notOnRecord(open, id));
    CaseService.History history = service.history();
    Journal journal = visitor.maySave() ? history.journal() : null;
    boolean isSaved = "1".equals(ctx.queryParam("saved"));
    templates.show(
        ctx,
        "edit/record",
        new CommentedRecord(
            new RecordPage(
                shown,
                record,
                RecordForm.of(record),
                isSaved,
                isSaved ? history.trouble() : null,
                journal == null
                    ? List.of()
                    : VisibleJournal.list(
                        journal, visitor, record.id().value(), 0, Integer.MAX_VALUE),
                Rights.mayUndo(
                    visitor, open.view(), RecordForm.of(record).kind(), record.id().value())),
            RecordComments.of(
                shown,
                record,
                new CommentForms(shown.view(), visitor, CommentDraft.NONE),
                colleagues.known(visitor))));
  }

  private void complete(Context ctx, Visitor visitor, OpenCase open) {
    Query query = new Query(ctx.queryParamMap());
    String typed = Objects.requireNonNullElse(query.text("q"), "");
    if ("accounts".equals(query.text("kinds"))) {
      templates.show(
          ctx,
          "edit/suggestions",
          new EditFragments.Suggestions(Completion.ofNames(colleagues.known(visitor), typed)));
      return;
    }
    templates.show(
        ctx,
        "edit/suggestions",
        new EditFragments.Suggestions(
            Completion.of(
                open.onPageIn(Language.current()), query.text("kinds"), query.text("on"), typed)));
  }

  private void said(Context ctx) {
    String date = new Query(ctx.queryParamMap()).text("date");
    templates.show(ctx, "edit/said", EditFragments.said(date));
  }
}
