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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.queue.BulkPage;
import org.parley.web.queue.QueueChange;
import org.parley.web.queue.QueueFilter;
import org.parley.web.queue.QueuePage;
import org.parley.web.queue.QueueService;
import org.parley.web.queue.QueueTroubles;
import org.parley.web.reading.ReadRequest;
import org.parley.web.reading.ReadingRefusal;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The review queue: many texts taken in, and their statements decided one by one or in bulk.
final class QueueRoutes {

  private static final int FILES_AT_ONCE = 4;

  private final CaseService service;
  private final Templates templates;
  private final QueueService queue;
  private final InstantSource clock;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  QueueRoutes(CaseService service, Templates templates, QueueService queue, InstantSource clock) {
    this.service = service;
    this.templates = templates;
    this.queue = queue;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    add(routes, "GET", Address.QUEUE, "the statements of many texts", this::look);
    add(routes, "POST", Address.QUEUE, "takes several texts in", this::pasted);
    add(routes, "POST", Address.QUEUE_FILE, "takes a file in", this::file);
    add(routes, "POST", Address.QUEUE_DECIDE, "decides on a statement", this::decide);
    add(routes, "GET", Address.QUEUE_BULK, "what would be written in bulk", this::bulk);
    add(routes, "POST", Address.QUEUE_BULK, "writes all that was shown", this::acceptAll);
    add(routes, "POST", Address.QUEUE_FORGET, "takes texts off the queue", this::forget);
    add(routes, "POST", Address.QUEUE_FEEDS, "watches a feed, or stops watching it", this::feed);
  }

  private void add(
      Routes routes, String method, Address address, String shows, WithCase.Shown shown) {
    routes.add(
        new Route(method, address.path(), Access.CLAIM, Kind.PAGE, shows),
        new WithCase(service, templates).shows(shown));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void look(Context ctx, Visitor visitor, OpenCase open) {
    String looked = ctx.header("X-Parley-Look");
    if (looked != null && queue.isStill(visitor, open, looked)) {
      ctx.status(HttpStatus.NO_CONTENT);
      return;
    }
    String opened = Objects.requireNonNullElse(ctx.queryParam("open"), "");
    show(ctx, visitor, open, QueuePage.Asked.look(QueueFilter.of(ctx.queryParamMap()), opened));
  }

  private void show(Context ctx, Visitor visitor, OpenCase open, QueuePage.Asked asked) {
    ctx.status(asked.troubles().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(ctx, "queue", QueuePage.of(queue, visitor, open, today(), asked));
  }

  private void pasted(Context ctx, Visitor visitor, OpenCase open) {
    ReadRequest given = ReadRequest.of(ctx.formParamMap());
    List<String> troubles = QueueTroubles.sentences(queue.paste(visitor, given));
    answer(ctx, visitor, open, given, troubles);
  }

  private void answer(
      Context ctx, Visitor visitor, OpenCase open, ReadRequest given, List<String> troubles) {
    QueueFilter filter = QueueFilter.of(Map.of());
    if (troubles.isEmpty()) {
      to(ctx, filter.url());
    } else {
      show(ctx, visitor, open, new QueuePage.Asked(filter, null, null, given, troubles));
    }
  }

  private static void to(Context ctx, String path) {
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }

  private void file(Context ctx, Visitor visitor, OpenCase open) throws IOException {
    String type = Objects.requireNonNullElse(ctx.contentType(), "application/octet-stream");
    List<String> troubles;
    if (!ReadRoutes.isReadable(type)) {
      troubles = List.of(Say.complaint(ReadingRefusal.Plain.NOT_A_READABLE_TYPE));
    } else if (files.tryAcquire()) {
      try {
        troubles = taken(ctx, visitor, type);
      } finally {
        files.release();
      }
    } else {
      troubles = List.of(Say.complaint(ReadingRefusal.Plain.TOO_MANY_UPLOADS));
    }
    answer(ctx, visitor, open, ReadRequest.NOTHING, troubles);
  }

  private List<String> taken(Context ctx, Visitor visitor, String type) throws IOException {
    String name = Objects.requireNonNullElse(ctx.queryParam("name"), "");
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(ReadRoutes.LONGEST_FILE + 1);
      return bytes.length > ReadRoutes.LONGEST_FILE
          ? List.of(Say.complaint(new ReadingRefusal.UploadTooLong(ReadRoutes.LONGEST_FILE >> 20)))
          : QueueTroubles.sentences(queue.file(visitor, bytes, type, name));
    }
  }

  private void decide(Context ctx, Visitor visitor, OpenCase open) {
    QueueFilter filter = QueueFilter.of(ctx.queryParamMap());
    QueueService.Wish wish = QueueService.Wish.of(ctx.formParamMap());
    Optional<QueuePage> before = shown(ctx, visitor, open, filter);
    List<String> troubles = QueueTroubles.sentences(queue.decide(visitor, open, wish));
    if (troubles.isEmpty()) {
      Optional<QueueChange> change =
          before.flatMap(each -> now(visitor, filter).flatMap(now -> QueueChange.of(each, now)));
      if (change.isPresent()) {
        ctx.header("HX-Reswap", "none settle:0ms");
        templates.show(ctx, "queuechange", change.get());
      } else {
        to(ctx, filter.url());
      }
    } else {
      show(ctx, visitor, open, QueuePage.Asked.refused(filter, wish, troubles));
    }
  }

  /// The page that a script decides on; empty for a form without scripts, and for an old page.
  private Optional<QueuePage> shown(
      Context ctx, Visitor visitor, OpenCase open, QueueFilter filter) {
    String state = Objects.requireNonNullElse(ctx.formParam("state"), "");
    return ctx.header("HX-Request") != null && queue.isStill(visitor, open, state)
        ? Optional.of(page(visitor, open, filter))
        : Optional.empty();
  }

  private Optional<QueuePage> now(Visitor visitor, QueueFilter filter) {
    return service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)
        ? Optional.of(page(visitor, open, filter))
        : Optional.empty();
  }

  private QueuePage page(Visitor visitor, OpenCase open, QueueFilter filter) {
    return QueuePage.of(queue, visitor, open, today(), QueuePage.Asked.look(filter, ""));
  }

  private void forget(Context ctx, Visitor visitor, OpenCase open) {
    String key = Objects.requireNonNullElse(ctx.formParam("text"), "");
    if (queue.forget(visitor, open, key)) {
      to(ctx, QueueFilter.of(Map.of()).url());
    } else {
      show(ctx, visitor, open, QueuePage.Asked.look(QueueFilter.of(Map.of()), ""));
    }
  }

  private void feed(Context ctx, Visitor visitor, OpenCase open) {
    List<String> troubles =
        QueueTroubles.sentences(
            queue.feed(
                Objects.requireNonNullElse(ctx.formParam("do"), ""),
                Objects.requireNonNullElse(ctx.formParam("feed"), "").strip(),
                Objects.requireNonNullElse(ctx.formParam("minutes"), "").strip()));
    answer(ctx, visitor, open, ReadRequest.NOTHING, troubles);
  }

  private static Optional<Integer> least(String given) {
    return given.matches("\\d{1,3}") && Integer.parseInt(given) <= 100
        ? Optional.of(Integer.parseInt(given))
        : Optional.empty();
  }

  private void bulk(Context ctx, Visitor visitor, OpenCase open) {
    QueueFilter filter = QueueFilter.of(ctx.queryParamMap());
    Optional<Integer> least = least(Objects.requireNonNullElse(ctx.queryParam("from"), "90"));
    bulk(
        ctx,
        visitor,
        open,
        filter,
        least.orElse(100),
        least.isPresent()
            ? List.of()
            : List.of(Say.complaint(ReadingRefusal.Plain.NOT_A_CONFIDENCE)));
  }

  private void bulk(
      Context ctx,
      Visitor visitor,
      OpenCase open,
      QueueFilter filter,
      int least,
      List<String> troubles) {
    ctx.status(troubles.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(
        ctx, "queuebulk", BulkPage.of(queue, visitor, open, today(), filter, least, troubles));
  }

  private void acceptAll(Context ctx, Visitor visitor, OpenCase open) {
    QueueFilter filter = QueueFilter.of(ctx.queryParamMap());
    Optional<Integer> least = least(Objects.requireNonNullElse(ctx.formParam("from"), ""));
    String digest = Objects.requireNonNullElse(ctx.formParam("shown"), "");
    List<String> troubles =
        least.isPresent()
            ? QueueTroubles.sentences(queue.acceptAll(visitor, open, filter, least.get(), digest))
            : List.of(Say.complaint(ReadingRefusal.Plain.NOT_A_CONFIDENCE));
    if (troubles.isEmpty()) {
      to(ctx, filter.url());
    } else {
      bulk(ctx, visitor, open, filter, least.orElse(100), troubles);
    }
  }
}
