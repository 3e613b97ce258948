package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormVisibility;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.exchange.sheet.ClaimSheet;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;
import org.parley.model.Visibility;
import org.parley.reading.dates.SaidDate;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.ClaimSheetPage;
import org.parley.web.edit.SheetFields;
import org.parley.web.edit.TableImportForm;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;
import org.parley.wording.Language;

/// Claims from a spreadsheet: taken in, shown as they would be, and saved in one change.
final class SheetRoutes {

  /// The longest sheet that its form carries, as sent.
  private static final int LONGEST_SENT = 900_000;

  private static final int FILES_AT_ONCE = 4;
  private static final String CELL = "cell/";
  private static final String COLUMN = "column/";
  private static final String MAKE = "make/";

  private final CaseService service;
  private final Templates templates;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  SheetRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.GRID_CLAIMS, "takes a spreadsheet of claims in", this::form);
    add(routes, "POST", Address.GRID_CLAIMS, "shows its claims, or adds them", this::sent);
    add(routes, "POST", Address.GRID_CLAIMS_FILE, "shows the claims of a file", this::file);
  }

  private void add(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.CLAIM, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    int count = saved.matches("\\d{1,4}") ? Integer.parseInt(saved) : 0;
    templates.show(ctx, "edit/claimsheet", ClaimSheetPage.of(open, visitor, count));
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    if (!files.tryAcquire()) {
      refuse(ctx, visitor, open, "", new Complaint(SheetFault.Plain.TOO_MANY_SHEETS));
      return;
    }
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(ReadRoutes.LONGEST_FILE + 1);
      if (bytes.length > ReadRoutes.LONGEST_FILE) {
        refuse(
            ctx,
            visitor,
            open,
            "",
            new Complaint(new SheetFault.SheetTooLarge(ReadRoutes.LONGEST_FILE >> 20)));
        return;
      }
      Sheet sheet =
          ClaimColumn.joined(
              SheetReader.read(new InputFile("sheet", ByteBuffer.wrap(bytes)), ClaimColumn.CHOICE));
      show(
          ctx,
          visitor,
          open,
          new Sent(sheet, ClaimColumn.recognised(sheet), DayOrder.UNKNOWN, "", _ -> true));
    } catch (BadSheetException refused) {
      refuse(ctx, visitor, open, "", refused.why());
    } finally {
      files.release();
    }
  }

  private void refuse(Context ctx, Visitor visitor, OpenCase open, String text, Complaint why) {
    ctx.status(422);
    templates.show(ctx, "edit/claimsheet", ClaimSheetPage.refused(open, visitor, text, why));
  }

  /// A sheet with what its form says of it.
  ///
  /// @param days the order of day and month that was said
  /// @param readers the word of the visibility of new records; empty for the default
  /// @param make which missing records are created
  private record Sent(
      Sheet sheet,
      List<ClaimColumn> columns,
      DayOrder days,
      String readers,
      Predicate<String> make) {}

  private void show(Context ctx, Visitor visitor, OpenCase open, Sent sent) {
    if (URLEncoder.encode(sent.sheet.toCsv(), StandardCharsets.UTF_8).length() > LONGEST_SENT) {
      refuse(ctx, visitor, open, "", new Complaint(SheetFault.Plain.SHEET_TOO_LONG_FOR_A_PAGE));
      return;
    }
    templates.show(
        ctx, "edit/claimsheet", page(open, visitor, sent, read(visitor, open, sent), List.of()));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    String text = Objects.requireNonNullElse(ctx.formParam("text"), "");
    Sent sent;
    try {
      Map<String, List<String>> fields = ctx.formParamMap();
      Sheet read = SheetReader.read(text);
      boolean isShown = fields.keySet().stream().anyMatch(each -> each.startsWith(COLUMN));
      // rows of a preview have their headings in one already
      sent =
          sent(
              ctx,
              (isShown ? read : ClaimColumn.joined(read))
                  .at(
                      SheetFields.lines(fields),
                      TableImportForm.field(fields, "sheet"),
                      SheetFields.notes(fields)));
    } catch (BadSheetException refused) {
      refuse(ctx, visitor, open, text, refused.why());
      return;
    }
    if (!"save".equals(ctx.formParam("do"))) {
      show(ctx, visitor, open, sent);
      return;
    }
    ClaimSheet.ClaimsRead read = read(visitor, open, sent);
    List<SaveOutcome.Trouble> troubles = List.of();
    if (read.faults().isEmpty() && read.claims() > 0) {
      List<CaseEdit> edits = new ArrayList<>();
      read.records().forEach(each -> edits.add(new CaseEdit.Add(each, null)));
      switch (service.change(visitor, edits, Say.text("sheet.title"), Map.of())) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(
              Link.to(Address.GRID_CLAIMS) + "?saved=" + read.claims(), HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> found) -> troubles = found;
        case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
            throw new IllegalStateException("nothing that is on record is changed");
      }
    }
    ctx.status(422);
    templates.show(ctx, "edit/claimsheet", page(open, visitor, sent, read, troubles));
  }

  private static Sent sent(Context ctx, Sheet read) {
    Sheet sheet = read;
    List<ClaimColumn> columns = new ArrayList<>(ClaimColumn.recognised(sheet));
    Map<String, String> make = new HashMap<>();
    for (Map.Entry<String, List<String>> each : ctx.formParamMap().entrySet()) {
      String name = each.getKey();
      String value = each.getValue().isEmpty() ? "" : each.getValue().getFirst();
      if (name.matches(COLUMN + "\\d{1,3}")) {
        int column = Integer.parseInt(name.substring(COLUMN.length()));
        if (column < columns.size()) {
          columns.set(column, ClaimColumn.of(value));
        }
      } else if (name.matches(CELL + "\\d{1,5}/\\d{1,3}")) {
        String[] at = name.split("/", -1);
        int row = Integer.parseInt(at[1]);
        int column = Integer.parseInt(at[2]);
        if (row < sheet.rows().size() && column < columns.size()) {
          sheet = sheet.with(row, column, value);
        }
      } else if (name.startsWith(MAKE)) {
        make.put(name.substring(MAKE.length()), value);
      }
    }
    return new Sent(
        sheet,
        columns,
        DayOrder.of(ctx.formParam("days")),
        Objects.requireNonNullElse(ctx.formParam("readers"), ""),
        // what is first seen missing is offered to be created
        key -> !"no".equals(make.get(key)));
  }

  private ClaimSheet.ClaimsRead read(Visitor visitor, OpenCase open, Sent sent) {
    return ClaimSheet.read(
        sent.sheet,
        sent.columns,
        new ClaimSheet.SheetContext(
            open.view(),
            ClaimSheetPage.taken(open, service.setAside().records()),
            Rights.beginningOfIds(visitor),
            visibility(visitor, sent.readers),
            Language.current().tag(),
            new LocalForms(sent.days, LocalForms.DecimalSign.UNKNOWN),
            kind -> Visit.current().may().add(kind),
            SaidDate::of),
        sent.make);
  }

  private static Visibility visibility(Visitor visitor, String readers) {
    String party = visitor.party() == null ? "" : visitor.party().value();
    return readers.isEmpty()
        ? Rights.defaultVisibility(visitor)
        : FormVisibility.find(readers, party).orElse(new Visibility.Mediator());
  }

  private static ClaimSheetPage page(
      OpenCase open,
      Visitor visitor,
      Sent sent,
      ClaimSheet.ClaimsRead read,
      List<SaveOutcome.Trouble> troubles) {
    return ClaimSheetPage.preview(
        open,
        visitor,
        new ClaimSheetPage.Preview(sent.sheet, sent.columns, sent.days, read),
        FormVisibility.word(visibility(visitor, sent.readers)),
        troubles);
  }
}
