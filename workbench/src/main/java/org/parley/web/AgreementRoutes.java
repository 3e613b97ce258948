package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.parley.casefile.form.FormVisibility;
import org.parley.exchange.agreement.AgreementFault;
import org.parley.exchange.agreement.AgreementFile;
import org.parley.exchange.agreement.AgreementImport;
import org.parley.exchange.agreement.ImportedAgreement;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.AgreementForm;
import org.parley.web.edit.AgreementPage;
import org.parley.web.edit.ClaimSheetPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// The text of an agreement: taken in, shown as points, and saved in one change.
final class AgreementRoutes {

  /// The longest text that its form carries, as sent.
  private static final int LONGEST_SENT = 900_000;

  private static final int FILES_AT_ONCE = 2;
  private static final String TEMPLATE = "edit/agreement";

  private final CaseService service;
  private final Templates templates;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  AgreementRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.GRID_TEXT, "takes the text of an agreement in", this::form);
    add(routes, "POST", Address.GRID_TEXT, "shows its points, or adds them", this::sent);
    add(routes, "POST", Address.GRID_TEXT_FILE, "shows the points of a file", this::file);
  }

  private void add(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.MEDIATE, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    int count = saved.matches("\\d{1,4}") ? Integer.parseInt(saved) : 0;
    AgreementForm form = new AgreementForm(Map.of());
    templates.show(
        ctx, TEMPLATE, AgreementPage.of(open, form, readers(visitor, form), null, count));
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    AgreementForm form = AgreementForm.of(ctx.queryParamMap());
    if (!files.tryAcquire()) {
      refuse(ctx, visitor, open, form, new Complaint(AgreementFault.Plain.TOO_MANY_AGREEMENTS));
      return;
    }
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(ReadRoutes.LONGEST_FILE + 1);
      if (bytes.length > ReadRoutes.LONGEST_FILE) {
        refuse(
            ctx,
            visitor,
            open,
            form,
            new Complaint(new AgreementFault.AgreementTooLarge(ReadRoutes.LONGEST_FILE >> 20)));
        return;
      }
      AgreementFile text;
      try {
        text = AgreementFile.read(bytes, open.view());
      } catch (IOException e) {
        refuse(
            ctx,
            visitor,
            open,
            form,
            new Complaint(new AgreementFault.AgreementNotRead(FileFaultWording.sentence(e))));
        return;
      }
      show(ctx, visitor, open, form.withText(text.text()), text.doubts());
    } finally {
      files.release();
    }
  }

  private void refuse(
      Context ctx, Visitor visitor, OpenCase open, AgreementForm form, Complaint why) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(ctx, TEMPLATE, AgreementPage.of(open, form, readers(visitor, form), why, 0));
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, AgreementForm form) {
    show(ctx, visitor, open, form, List.of());
  }

  /// @param notes what of the file is not in its words
  private void show(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      AgreementForm form,
      List<ImportedAgreement.DoubtAtLine> notes) {
    if (URLEncoder.encode(form.text(), StandardCharsets.UTF_8).length() > LONGEST_SENT) {
      refuse(
          ctx,
          visitor,
          open,
          form.withText(""),
          new Complaint(AgreementFault.Plain.AGREEMENT_TOO_LONG_FOR_A_PAGE));
      return;
    }
    AgreementForm.Read fields = form.read();
    if (fields.details() == null) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      templates.show(
          ctx, TEMPLATE, AgreementPage.wrong(open, form, readers(visitor, form), fields.wrong()));
      return;
    }
    templates.show(
        ctx,
        TEMPLATE,
        AgreementPage.preview(
                open, form, read(visitor, open, form, fields), readers(visitor, form), List.of())
            .withNotes(notes));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    AgreementForm form = AgreementForm.of(ctx.formParamMap());
    AgreementForm.Read fields = form.read();
    if (!"save".equals(ctx.formParam("do")) || fields.details() == null) {
      show(ctx, visitor, open, form);
      return;
    }
    ImportedAgreement read = read(visitor, open, form, fields);
    List<SaveOutcome.Trouble> troubles = List.of();
    if (read.faults().isEmpty()) {
      switch (service.change(
          visitor, read.edits(), Say.text("agreement.title"), versions(open, read))) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(
              Link.to(Address.GRID_TEXT) + "?saved=" + read.edits().size(), HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> found) -> troubles = found;
        case SaveOutcome.Conflict _, SaveOutcome.Widens _ -> {
          // a point was changed meanwhile: what is on record is read again and shown
        }
      }
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(
        ctx, TEMPLATE, AgreementPage.preview(open, form, read, readers(visitor, form), troubles));
  }

  /// The versions on record of the points that get a text.
  private static Map<String, Version> versions(OpenCase open, ImportedAgreement read) {
    Map<String, Version> versions = new HashMap<>();
    for (CaseRecord each : read.changed()) {
      open.view()
          .find(each.id())
          .ifPresent(before -> versions.put(each.id().value(), Version.of(before)));
    }
    return versions;
  }

  private ImportedAgreement read(
      Visitor visitor, OpenCase open, AgreementForm form, AgreementForm.Read fields) {
    return AgreementImport.read(
        form.text(),
        new AgreementImport.AgreementContext(
            open.view(),
            ClaimSheetPage.taken(open, service.setAside().records()),
            Rights.beginningOfIds(visitor),
            visibility(visitor, form)),
        Objects.requireNonNull(fields.details()));
  }

  private static Visibility visibility(Visitor visitor, AgreementForm form) {
    return FormVisibility.find(form.value("readers"), "")
        .filter(each -> AgreementPage.CHOICES.contains(form.value("readers")))
        .orElse(Rights.defaultVisibility(visitor));
  }

  private static String readers(Visitor visitor, AgreementForm form) {
    return FormVisibility.word(visibility(visitor, form));
  }
}
