package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.parley.casefile.form.FormVisibility;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.NameMapping.About;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.model.Visibility;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.ClaimSheetPage;
import org.parley.web.incidents.ImportChoices;
import org.parley.web.incidents.IncidentImportPage;
import org.parley.web.incidents.IncidentPreview;
import org.parley.web.incidents.IncidentReading;
import org.parley.web.incidents.IncidentUpload;
import org.parley.web.incidents.IncidentUploads;
import org.parley.web.incidents.SentFile;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Incidents of a file: taken in, shown with what would follow, and saved in one change.
final class IncidentRoutes {

  private static final String TEMPLATE = "edit/incidents";
  private static final int FILES_AT_ONCE = 2;

  /// A small file is shown at once; a large one shows how far it is.
  private static final long PATIENCE_MILLIS = 1_500;

  private static final long LOOK_MILLIS = 300;

  private final CaseService service;
  private final Templates templates;
  private final IncidentUploads uploads = new IncidentUploads();
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  IncidentRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.IMPORT_INCIDENTS, "takes a file of incidents in", this::form);
    add(routes, "POST", Address.IMPORT_INCIDENTS, "reads rows of incidents", this::pasted);
    add(routes, "POST", Address.IMPORT_INCIDENTS_FILE, "reads a file of incidents", this::file);
    add(routes, "GET", Address.INCIDENTS_SENT, "a file of incidents as it was read", this::look);
    add(
        routes,
        "POST",
        Address.INCIDENTS_SENT,
        "reads it again, or adds its incidents",
        this::sent);
  }

  private void add(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.MEDIATE, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    int count = saved.matches("\\d{1,6}") ? Integer.parseInt(saved) : 0;
    empty(ctx, visitor, open, List.of(), count);
  }

  private void empty(
      Context ctx, Visitor visitor, OpenCase open, List<String> troubles, int saved) {
    ctx.status(troubles.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(
        ctx,
        TEMPLATE,
        IncidentImportPage.empty(
            open,
            visitor,
            FormVisibility.word(Rights.defaultVisibility(visitor)),
            troubles,
            saved));
  }

  private void refuse(Context ctx, Visitor visitor, OpenCase open, Complaint why) {
    empty(ctx, visitor, open, List.of(Say.sentence(why.sentence())), 0);
  }

  private void pasted(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    begin(ctx, visitor, open, SentFile.of("", ImportChoices.field(ctx.formParamMap(), "text")));
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    if (!files.tryAcquire()) {
      refuse(ctx, visitor, open, new Complaint(LogRecordFault.Plain.TOO_MANY_INCIDENT_FILES));
      return;
    }
    try (InputStream in = ctx.req().getInputStream()) {
      String name = Objects.requireNonNullElse(ctx.queryParam("file"), "");
      begin(ctx, visitor, open, SentFile.read(name, in));
    } catch (UnusableRecordException e) {
      refuse(ctx, visitor, open, e.why());
    } catch (BadSheetException e) {
      refuse(ctx, visitor, open, e.why());
    } finally {
      files.release();
    }
  }

  private void begin(Context ctx, Visitor visitor, OpenCase open, SentFile file) {
    Optional<IncidentUpload> begun =
        uploads.begin(visitor, file, ImportChoices.NONE, target(visitor, open, ImportChoices.NONE));
    if (begun.isEmpty()) {
      refuse(ctx, visitor, open, new Complaint(LogRecordFault.Plain.TOO_MANY_INCIDENT_FILES));
      return;
    }
    IncidentUpload upload = begun.get();
    upload.await(PATIENCE_MILLIS);
    remembered(ctx, visitor, open, upload);
    show(ctx, visitor, open, upload);
  }

  /// Reads it again by what was said of its words before.
  private void remembered(Context ctx, Visitor visitor, OpenCase open, IncidentUpload upload) {
    if (upload.state() instanceof IncidentUpload.State.Shown(IncidentPreview shown, _)
        && shown.choices().equals(ImportChoices.NONE)) {
      ImportChoices known = IncidentMemory.of(memory(ctx, visitor), open.view(), shown);
      if (!known.equals(ImportChoices.NONE)
          && uploads.again(upload, known, target(visitor, open, known))) {
        upload.await(PATIENCE_MILLIS);
      }
    }
  }

  private MappingMemory memory(Context ctx, Visitor visitor) {
    return new MappingMemory(service, visitor, ctx, IncidentMemory.COOKIE);
  }

  private IncidentUpload upload(Context ctx, Visitor visitor) {
    String key = ctx.pathParam("sent");
    return uploads
        .find(visitor, key)
        .orElseThrow(() -> new NotOnRecord("file of incidents", key, List.of()));
  }

  private void look(Context ctx, Visitor visitor, OpenCase open) {
    IncidentUpload upload = upload(ctx, visitor);
    upload.await(LOOK_MILLIS);
    remembered(ctx, visitor, open, upload);
    show(ctx, visitor, open, upload);
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, IncidentUpload upload) {
    IncidentUpload.State state = upload.state();
    if (state instanceof IncidentUpload.State.Saved(int incidents, _)) {
      empty(ctx, visitor, open, List.of(), incidents);
      return;
    }
    IncidentImportPage page =
        IncidentImportPage.of(open, visitor, upload, readers(visitor, upload));
    ctx.status(page.troubles().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(ctx, TEMPLATE, page);
  }

  private static String readers(Visitor visitor, IncidentUpload upload) {
    ImportChoices choices =
        upload.state() instanceof IncidentUpload.State.Shown(IncidentPreview shown, _)
            ? shown.choices()
            : ImportChoices.NONE;
    return FormVisibility.word(visibility(visitor, choices));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    IncidentUpload upload = upload(ctx, visitor);
    Map<String, List<String>> fields = ctx.formParamMap();
    String wish = ImportChoices.field(fields, "do");
    if (wish.equals("stop")) {
      uploads.stop(upload);
    } else if (upload.state() instanceof IncidentUpload.State.Shown(IncidentPreview shown, _)) {
      ImportChoices choices = ImportChoices.of(fields, open.view());
      IncidentMemory.keep(memory(ctx, visitor), open.view(), choices, shown.tally().forms());
      if (wish.equals("save") && shown.open() == open && shown.isShownBy(choices)) {
        save(ctx, visitor, open, upload, choices);
        return;
      }
      ImportChoices asked =
          wish.equals("suggest") ? choices.with(About.PARTY, shown.suggestions()) : choices;
      uploads.again(upload, asked, target(visitor, open, asked));
    }
    upload.await(PATIENCE_MILLIS);
    show(ctx, visitor, open, upload);
  }

  /// Saves what was shown, for the readers that were chosen.
  private void save(
      Context ctx, Visitor visitor, OpenCase open, IncidentUpload upload, ImportChoices choices) {
    if (upload.state() instanceof IncidentUpload.State.Shown(IncidentPreview before, _)
        && !visibility(visitor, choices).equals(visibility(visitor, before.choices()))) {
      uploads.again(upload, choices, target(visitor, open, choices));
      upload.await(PATIENCE_MILLIS);
    }
    if (upload.state() instanceof IncidentUpload.State.Shown(IncidentPreview shown, _)
        && shown.canBeSaved()) {
      String why = Say.text("incident-import.title");
      uploads.save(upload, shown, each -> service.change(visitor, each.edits(), why, Map.of()));
      upload.await(PATIENCE_MILLIS);
    }
    if (upload.state() instanceof IncidentUpload.State.Saved(int incidents, _)) {
      ctx.redirect(Link.to(Address.IMPORT_INCIDENTS) + "?saved=" + incidents, HttpStatus.SEE_OTHER);
    } else if (service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase now)) {
      show(ctx, visitor, now, upload);
    }
  }

  private IncidentReading.Target target(Visitor visitor, OpenCase open, ImportChoices choices) {
    return new IncidentReading.Target(
        open,
        ClaimSheetPage.taken(open, service.setAside().records()),
        visibility(visitor, choices));
  }

  private static Visibility visibility(Visitor visitor, ImportChoices choices) {
    return FormVisibility.find(choices.readers(), "")
        .filter(_ -> !choices.readers().isEmpty())
        .orElse(Rights.defaultVisibility(visitor));
  }
}
