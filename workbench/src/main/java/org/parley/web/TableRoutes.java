package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormVisibility;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.RecordFile;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.records.TableRead;
import org.parley.exchange.records.TableReading;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.sheet.SheetReader;
import org.parley.exchange.tables.TableFormat;
import org.parley.genius.file.InputFile;
import org.parley.model.Visibility;
import org.parley.reading.dates.SaidDate;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.ClaimSheetPage;
import org.parley.web.edit.TableImportForm;
import org.parley.web.edit.TableImportPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// Records of any kind from a table: taken in, shown as they would be, and saved in one change.
final class TableRoutes {

  /// The longest table that its form carries, as sent.
  private static final int LONGEST_SENT = 900_000;

  private static final int FILES_AT_ONCE = 4;
  private static final String TEMPLATE = "edit/table";

  private final CaseService service;
  private final Templates templates;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  TableRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    page(routes, "GET", Address.IMPORT_TABLE, "takes a table of records in", this::form);
    page(routes, "POST", Address.IMPORT_TABLE, "shows its records, or saves them", this::sent);
    page(routes, "POST", Address.IMPORT_TABLE_FILE, "shows the records of a file", this::file);
    download(routes, Address.IMPORT_TABLE_TEMPLATE, "the template of a kind of record", false);
    download(routes, Address.IMPORT_TABLE_RECORDS, "the records of a kind as a table", true);
  }

  private void page(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.CLAIM, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void download(Routes routes, Address address, String shows, boolean isFilled) {
    routes.add(
        new Route("GET", address.path(), Access.CLAIM, Kind.FILE, shows),
        new WithCase(service, templates).shows((ctx, _, open) -> send(ctx, open, isFilled)));
  }

  private static void send(Context ctx, OpenCase open, boolean isFilled) {
    TableKind kind = TableKind.find(word(ctx.queryParam("kind"), "points")).orElse(null);
    TableFormat format = TableFormat.find(word(ctx.queryParam("format"), "csv")).orElse(null);
    if (kind == null || format == null) {
      throw new BadQuery(
          kind == null ? "kind" : "format",
          String.valueOf(ctx.queryParam(kind == null ? "kind" : "format")),
          "there is no such " + (kind == null ? "kind of table" : "format"),
          "Maybe one of: "
              + String.join(", ", kind == null ? TableKind.words() : TableFormat.words())
              + ".");
    }
    byte[] file =
        isFilled ? RecordFile.write(kind, open.view(), format) : RecordFile.template(kind, format);
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\""
            + kind.word()
            + (isFilled ? "" : "-template")
            + "."
            + format.word()
            + "\"");
    ctx.contentType(format.type()).result(file);
  }

  private static String word(@Nullable String said, String otherwise) {
    return said == null || said.isEmpty() ? otherwise : said;
  }

  /// The chosen kind, if the visitor may add such records; else the first they may add.
  private static @Nullable TableKind kind(@Nullable String word) {
    Visit.May may = Visit.current().may();
    return TableKind.find(Objects.requireNonNullElse(word, ""))
        .filter(each -> may.add(each.key()))
        .or(
            () ->
                TableImportPage.kinds(may).stream()
                    .findFirst()
                    .flatMap(each -> TableKind.find(each.value())))
        .orElse(null);
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    int count = saved.matches("\\d{1,4}") ? Integer.parseInt(saved) : 0;
    templates.show(
        ctx, TEMPLATE, TableImportPage.of(open, visitor, kind(ctx.queryParam("kind")), count));
  }

  private void refuse(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      @Nullable TableKind kind,
      String text,
      Complaint why) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(ctx, TEMPLATE, TableImportPage.refused(open, visitor, kind, text, why));
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    TableKind kind = kind(ctx.queryParam("kind"));
    if (kind == null || !files.tryAcquire()) {
      refuse(ctx, visitor, open, kind, "", new Complaint(SheetFault.Plain.TOO_MANY_SHEETS));
      return;
    }
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(ReadRoutes.LONGEST_FILE + 1);
      if (bytes.length > ReadRoutes.LONGEST_FILE) {
        throw new BadSheetException(
            new SheetFault.SheetTooLarge(ReadRoutes.LONGEST_FILE >> 20), "");
      }
      Sheet sheet =
          Headings.joined(
              kind,
              SheetReader.read(
                  new InputFile("table", ByteBuffer.wrap(bytes)),
                  Headings.choice(kind, open.view())),
              open.view());
      show(
          ctx,
          visitor,
          open,
          TableImportForm.of(
              kind,
              Objects.requireNonNullElse(ctx.queryParam("file"), ""),
              sheet,
              ColumnMemory.columns(memory(ctx, visitor), open.view(), kind, sheet)));
    } catch (BadSheetException refused) {
      refuse(ctx, visitor, open, kind, "", refused.why());
    } finally {
      files.release();
    }
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, TableImportForm form) {
    if (URLEncoder.encode(form.sheet().toCsv(), StandardCharsets.UTF_8).length() > LONGEST_SENT) {
      refuse(
          ctx,
          visitor,
          open,
          form.kind(),
          "",
          new Complaint(SheetFault.Plain.SHEET_TOO_LONG_FOR_A_PAGE));
      return;
    }
    show(ctx, visitor, open, remembered(ctx, visitor, open, form), List.of(), List.of());
  }

  /// With what was said before of days and numbers, where that is asked for and not answered.
  private TableImportForm remembered(
      Context ctx, Visitor visitor, OpenCase open, TableImportForm form) {
    TableRead read = read(visitor, open, form);
    LocalForms known =
        ColumnMemory.forms(memory(ctx, visitor), open.view(), form.kind(), form.sheet());
    return form.with(form.forms().or(known, read.asksDays(), read.asksDecimals()));
  }

  private void show(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      TableImportForm form,
      List<SaveOutcome.Trouble> troubles,
      List<String> notes) {
    templates.show(
        ctx,
        TEMPLATE,
        TableImportPage.preview(
            open,
            visitor,
            form,
            read(visitor, open, form),
            FormVisibility.word(visibility(visitor, form.readers())),
            troubles,
            notes));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    Map<String, List<String>> fields = ctx.formParamMap();
    TableKind kind = kind(TableImportForm.field(fields, "kind"));
    String text = TableImportForm.field(fields, "text");
    if (kind == null) {
      refuse(ctx, visitor, open, null, text, new Complaint(SheetFault.Plain.SHEET_WITHOUT_ROWS));
      return;
    }
    TableImportForm form;
    try {
      form =
          TableImportForm.read(
              kind,
              fields,
              open.view(),
              sheet -> ColumnMemory.columns(memory(ctx, visitor), open.view(), kind, sheet));
    } catch (BadSheetException refused) {
      refuse(ctx, visitor, open, kind, text, refused.why());
      return;
    }
    ColumnMemory.keep(memory(ctx, visitor), open.view(), kind, form.sheet(), form.columns());
    ColumnMemory.keep(memory(ctx, visitor), open.view(), kind, form.sheet(), form.forms());
    if ("save".equals(TableImportForm.field(fields, "do"))) {
      save(ctx, visitor, open, form);
    } else {
      show(ctx, visitor, open, form);
    }
  }

  private MappingMemory memory(Context ctx, Visitor visitor) {
    return new MappingMemory(service, visitor, ctx, ColumnMemory.COOKIE);
  }

  private void save(Context ctx, Visitor visitor, OpenCase open, TableImportForm form) {
    TableRead read = read(visitor, open, form);
    List<CaseEdit> edits = read.edits(form.isUpdated());
    List<SaveOutcome.Trouble> troubles = List.of();
    List<String> notes = List.of();
    if (read.faults().isEmpty() && edits.isEmpty()) {
      notes = List.of(Say.text("table.nothing"));
    } else if (read.faults().isEmpty()) {
      switch (service.change(visitor, edits, Say.text("table.title"), versions(form, read))) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(
              Link.to(Address.IMPORT_TABLE)
                  + "?kind="
                  + form.kind().word()
                  + "&saved="
                  + edits.size(),
              HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> found) -> troubles = found;
        case SaveOutcome.Conflict _ -> notes = List.of(Say.text("table.stale"));
        case SaveOutcome.Widens(var widenings) ->
            notes =
                widenings.stream()
                    .map(each -> Say.text("table.widens", "record", each.record()))
                    .toList();
      }
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, open, form, troubles, notes);
  }

  /// The version of each changed record as it was shown; the append decides whether it is stale.
  private static Map<String, Version> versions(TableImportForm form, TableRead read) {
    Map<String, Version> versions = new HashMap<>();
    for (TableRead.RowRecord each : read.changed()) {
      String id = each.record().id().value();
      versions.put(id, new Version(form.versions().getOrDefault(id, "")));
    }
    return versions;
  }

  private TableRead read(Visitor visitor, OpenCase open, TableImportForm form) {
    return TableReading.read(
        form.kind(),
        form.sheet(),
        form.columns(),
        new TableReading.TableContext(
            open.view(),
            ClaimSheetPage.taken(open, service.setAside().records()),
            Rights.beginningOfIds(visitor),
            visibility(visitor, form.readers()),
            Language.current().tag(),
            form.forms(),
            SaidDate::of));
  }

  private static Visibility visibility(Visitor visitor, String readers) {
    String party = visitor.party() == null ? "" : visitor.party().value();
    return readers.isEmpty()
        ? Rights.defaultVisibility(visitor)
        : FormVisibility.find(readers, party).orElse(new Visibility.Mediator());
  }
}
