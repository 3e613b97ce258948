package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.RecordFormHandler;
import org.parley.web.reading.BroughtText;
import org.parley.web.reading.ProposalHandler;
import org.parley.web.reading.ReadPage;
import org.parley.web.reading.ReadRequest;
import org.parley.web.reading.ReadingRefusal;
import org.parley.web.reading.ReadingService;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Reading texts, and accepting, editing or dismissing their proposals.
final class ReadRoutes {

  /// Text, HTML, PDF, DOCX, ODT and mail by their media types; the bytes decide what it is.
  private static final Pattern READABLE =
      Pattern.compile(
          "(?i)(text/[a-z]+|application/(pdf|xhtml\\+xml|octet-stream"
              + "|vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.document|vnd\\.oasis\\.opendocument\\.text)"
              + "|message/rfc822)(;.*)?");

  /// The longest file that is taken in.
  static final int LONGEST_FILE = 8 << 20;

  /// How many files are received at once.
  private static final int FILES_AT_ONCE = 4;

  private final CaseService service;
  private final Templates templates;
  private final ReadingService reading;
  private final InstantSource clock = InstantSource.system();
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  ReadRoutes(CaseService service, Templates templates, ReadingService reading) {
    this.service = service;
    this.templates = templates;
    this.reading = reading;
  }

  /// Whether files of a declared media type are looked at.
  static boolean isReadable(String type) {
    return READABLE.matcher(type).matches();
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.READ, "takes a text in", this::form);
    add(routes, "POST", Address.READ, "reads a text", this::brought);
    add(routes, "POST", Address.READ_FILE, "reads a file", this::file);
    add(routes, "GET", Address.TEXT, "a text and what was found in it", this::text);
    add(routes, "POST", Address.TEXT_AGAIN, "reads it with another source", this::again);
    add(routes, "POST", Address.PROPOSAL_ACCEPT, "writes a proposal", this::accept);
    add(routes, "POST", Address.PROPOSAL_DISMISS, "dismisses a proposal", this::dismiss);
    add(routes, "POST", Address.PROPOSAL_REOPEN, "opens it again", this::reopen);
    add(routes, "GET", Address.PROPOSAL, "the form of a proposal", this::edit);
    add(routes, "POST", Address.PROPOSAL, "writes it as corrected", this::edited);
  }

  private void add(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.CLAIM, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    templates.show(ctx, "read", reading.form(visitor, open));
  }

  private void brought(Context ctx, Visitor visitor, OpenCase open) {
    answer(ctx, reading.bring(visitor, open, ReadRequest.of(ctx.formParamMap())));
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    ReadRequest given = ReadRequest.of(ctx.queryParamMap());
    String type = Objects.requireNonNullElse(ctx.contentType(), "application/octet-stream");
    ReadingRefusal problem;
    if (!isReadable(type)) {
      problem = ReadingRefusal.Plain.NOT_A_READABLE_TYPE;
    } else if (files.tryAcquire()) {
      try {
        byte[] bytes = bytes(ctx);
        if (bytes != null) {
          answer(ctx, reading.bring(visitor, open, given, bytes, type));
          return;
        }
        problem = new ReadingRefusal.UploadTooLong(LONGEST_FILE >> 20);
      } finally {
        files.release();
      }
    } else {
      problem = ReadingRefusal.Plain.TOO_MANY_UPLOADS;
    }
    refuse(ctx, reading.refused(visitor, open, given, problem));
  }

  private static byte @Nullable [] bytes(Context ctx) throws IOException {
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      return bytes.length > LONGEST_FILE ? null : bytes;
    }
  }

  private void again(Context ctx, Visitor visitor, OpenCase open) {
    answer(
        ctx, reading.again(visitor, open, text(ctx, visitor), ReadRequest.of(ctx.formParamMap())));
  }

  private void answer(Context ctx, ReadingService.Brought brought) {
    switch (brought) {
      case ReadingService.Brought.Begun(String key) -> to(ctx, Link.to(Address.TEXT, key));
      case ReadingService.Brought.Wrong(ReadPage page) -> refuse(ctx, page);
    }
  }

  private void refuse(Context ctx, ReadPage page) {
    ctx.status(422);
    templates.show(ctx, "read", page);
  }

  private static void to(Context ctx, String path) {
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  private BroughtText text(Context ctx, Visitor visitor) {
    return reading.text(visitor, ctx.pathParam("text"));
  }

  private static int number(Context ctx) {
    String number = ctx.pathParam("proposal");
    if (!number.matches("\\d{1,6}")) {
      throw new NotOnRecord("proposal", number, List.of());
    }
    return Integer.parseInt(number);
  }

  private void text(Context ctx, Visitor visitor, OpenCase open) {
    show(ctx, visitor, open, text(ctx, visitor), Map.of());
  }

  private void show(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      BroughtText text,
      Map<Integer, List<String>> troubles) {
    Object page = reading.page(visitor, open, text, troubles);
    if (page instanceof ReadPage wrong) {
      refuse(ctx, wrong);
    } else {
      ctx.status(troubles.isEmpty() ? 200 : 422);
      templates.show(ctx, "reading", page);
    }
  }

  private void accept(Context ctx, Visitor visitor, OpenCase open) {
    BroughtText text = text(ctx, visitor);
    int number = number(ctx);
    decided(ctx, visitor, open, text, number, reading.accept(visitor, open, text, number));
  }

  private void dismiss(Context ctx, Visitor visitor, OpenCase open) {
    BroughtText text = text(ctx, visitor);
    int number = number(ctx);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String ground = Objects.requireNonNullElse(ctx.formParam("ground"), "");
    String because = Objects.requireNonNullElse(ctx.formParam("because"), "");
    decided(
        ctx,
        visitor,
        open,
        text,
        number,
        reading.dismiss(visitor, open, text, number, ground, because, today));
  }

  private void decided(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      BroughtText text,
      int number,
      List<Complaint> troubles) {
    if (troubles.isEmpty()) {
      to(ctx, Link.to(Address.TEXT, text.key()) + "#p-" + number);
    } else {
      List<String> sentences =
          troubles.stream().map(each -> Say.sentence(each.sentence())).toList();
      show(ctx, visitor, open, text, Map.of(number, sentences));
    }
  }

  private void reopen(Context ctx, Visitor visitor, OpenCase open) {
    BroughtText text = text(ctx, visitor);
    int number = number(ctx);
    reading.reopen(text, number);
    to(ctx, Link.to(Address.TEXT, text.key()) + "#p-" + number);
  }

  private ProposalHandler.Form edit(
      Context ctx, Visitor visitor, OpenCase open, Map<String, List<String>> sent) {
    return reading.edit(
        visitor,
        open,
        text(ctx, visitor),
        number(ctx),
        Objects.requireNonNullElse(ctx.queryParam("words"), ""),
        sent,
        Link.to(Address.PROPOSAL, ctx.pathParam("text"), number(ctx)));
  }

  private void edit(Context ctx, Visitor visitor, OpenCase open) {
    templates.show(ctx, "edit/form", edit(ctx, visitor, open, Map.of()).fresh().get());
  }

  private void edited(Context ctx, Visitor visitor, OpenCase open) {
    BroughtText text = text(ctx, visitor);
    int number = number(ctx);
    switch (edit(ctx, visitor, open, ctx.formParamMap()).saver().answer()) {
      case RecordFormHandler.Outcome.Done(String saved) -> {
        reading.saved(visitor, open, text, number, saved);
        to(
            ctx,
            number == 0
                ? Link.to(Address.RECORD, saved)
                : Link.to(Address.TEXT, text.key()) + "#p-" + number);
      }
      case RecordFormHandler.Outcome.Shown shown -> templates.show(ctx, shown);
    }
  }
}
