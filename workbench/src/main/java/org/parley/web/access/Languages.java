package org.parley.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.wording.Language;

/// Chooses the language of an answer: chosen on a page, else by the server, else by
/// `Accept-Language`. An account's choice is restored at sign-in.
public final class Languages {

  /// The addresses whose answers speak every language. The others are in English as a whole: a page
  /// of two languages is read out wrongly, and read badly.
  private static final Set<String> SPOKEN =
      Set.of(
          Address.BOARD.path(),
          Address.CLAIMS.path(),
          Address.CLAIM.path(),
          Address.POINT.path(),
          Address.PARTIES.path(),
          Address.PARTY.path(),
          Address.SOURCES.path(),
          Address.SOURCE.path(),
          Address.INBOX.path(),
          Address.INSTRUMENTS.path(),
          Address.TEXTS.path(),
          Address.SEARCH.path(),
          Address.RECORD.path(),
          Address.MENU.path(),
          Address.ADD.path(),
          Address.EDIT.path(),
          Address.REMOVE.path(),
          Address.PRESENCE.path(),
          Address.COMPLETE.path(),
          Address.SAID.path(),
          Address.PRESENT.path(),
          Address.GRID_CLAIMS_FILE.path(),
          Address.GRID_TEXT_FILE.path(),
          Address.SERIES_READ.path(),
          Address.NEW.path(),
          Address.SETTINGS.path(),
          Address.HISTORY.path(),
          Address.ENTRY.path(),
          Address.UNDO.path(),
          Address.VERSIONS.path(),
          Address.SET_ASIDE.path(),
          Address.AUDIT.path(),
          Address.AMONG.path(),
          Address.PRECEDENTS.path(),
          Address.PASSAGES.path(),
          Address.ACTS.path(),
          Address.WEAKEST_SOURCES.path(),
          Address.TIMELINE.path(),
          Address.QUESTIONS.path(),
          Address.PACKAGES.path(),
          Address.REHEARSAL.path(),
          Address.SEQUENCE.path(),
          Address.FORECAST.path(),
          Address.GUARANTEES.path(),
          Address.OUTLOOK.path(),
          Address.WAYS.path(),
          Address.INDICATORS.path(),
          Address.ROUNDS.path(),
          Address.ROUND.path(),
          Address.ROUND_LOG.path(),
          Address.ROUND_LOG_CSV.path(),
          Address.ROUND_LOG_JSON.path(),
          Address.ANSWER.path(),
          Address.ACCEPT.path(),
          Address.WAITING.path(),
          Address.SIGN_IN.path(),
          Address.PROVIDER_SIGN_IN.path(),
          Address.PROVIDER_ANSWER.path(),
          Address.NOTICES.path(),
          Address.NODES.path(),
          Address.STATUS.path(),
          Address.JOBS.path(),
          Address.FEED_ADDRESSES.path(),
          Address.SIGN_IN_CODE.path(),
          Address.SIGN_IN_ENROL.path(),
          Address.SIGN_IN_PASSKEY.path(),
          Address.SIGN_IN_CHALLENGE.path(),
          Address.PEOPLE.path(),
          Address.PERSON.path(),
          Address.ACCOUNT.path(),
          Address.OWN_FACTOR.path(),
          Address.OWN_PASSKEYS.path(),
          Address.OWN_CHALLENGE.path(),
          Address.OWN_SESSIONS.path(),
          Address.CREDENTIAL_CHANGES.path(),
          Address.PASSWORD_LINK.path(),
          Address.ASK.path(),
          Address.SIGNED.path(),
          Address.PUBLISH.path(),
          Address.FINDINGS.path(),
          Address.WARNINGS.path(),
          Address.PLACES.path(),
          Address.WATCH.path(),
          Address.INCIDENT.path(),
          Address.BRIEF.path(),
          Address.BRIEF_HTML.path(),
          Address.BRIEF_PDF.path(),
          Address.BRIEF_DOCX.path(),
          Address.GRID.path(),
          Address.CONFIDE.path(),
          Address.PREFERENCE.path(),
          Address.GRID_POINTS.path(),
          Address.ACCORD.path(),
          Address.BURDEN.path(),
          Address.EFFECTS.path(),
          Address.ACCORD_PDF.path(),
          Address.BURDEN_PDF.path(),
          Address.EFFECTS_PDF.path(),
          Address.GRID_CLAIMS.path(),
          Address.IMPORT_TABLE.path(),
          Address.IMPORT_TABLE_FILE.path(),
          Address.IMPORT_TABLE_TEMPLATE.path(),
          Address.IMPORT_TABLE_RECORDS.path(),
          Address.IMPORT_INCIDENTS.path(),
          Address.IMPORT_INCIDENTS_FILE.path(),
          Address.INCIDENTS_SENT.path(),
          Address.READ.path(),
          Address.READ_FILE.path(),
          Address.TEXT.path(),
          Address.TEXT_AGAIN.path(),
          Address.PROPOSAL.path(),
          Address.PROPOSAL_ACCEPT.path(),
          Address.PROPOSAL_DISMISS.path(),
          Address.PROPOSAL_REOPEN.path(),
          Address.QUEUE.path(),
          Address.QUEUE_FILE.path(),
          Address.QUEUE_DECIDE.path(),
          Address.QUEUE_BULK.path(),
          Address.QUEUE_FORGET.path(),
          Address.QUEUE_FEEDS.path(),
          Address.TEMPLATES.path(),
          Address.TEMPLATE.path(),
          Address.GRID_TEXT.path(),
          Address.WHOLE_TEXT.path(),
          Address.COMPARED_TEXTS.path(),
          Address.DISCUSSION.path(),
          Address.COMMENTS.path(),
          Address.TASKS.path(),
          Address.TASK_DONE.path(),
          Address.WORK.path(),
          Address.TEXT_DOCX.path(),
          Address.TEXT_XML.path(),
          Address.TEXT_HTML.path(),
          Address.TEXT_PDF.path(),
          Address.PLAN_ICS.path(),
          Address.PLAN_XML.path(),
          "/api/board",
          "/api/board/among",
          "/api/points/{id}/precedents",
          "/api/points/{id}/passages",
          "/api/reference",
          "/api/acts",
          "/api/brief",
          "/api/warnings",
          "/api/timeline",
          "/api/questions",
          "/api/outlook",
          "/api/outlook/memo",
          "/api/outlook/ways",
          "/api/indicators",
          "/api/rounds",
          "/api/comments",
          "/api/tasks",
          "/api/work",
          "/api/waiting",
          "/api/waiting/dismiss",
          "/api/rounds/{id}/answers",
          "/api/rounds/{id}/log",
          "/api/rounds/{id}/accept",
          "/api/rounds/{id}/asks",
          "/api/accords",
          "/api/accords/{id}",
          "/api/accords/{id}/publish",
          "/api/packages",
          "/api/packages/zone",
          "/api/packages/solutions",
          "/api/packages/draft",
          "/api/packages/question",
          "/api/packages/rehearsal",
          "/api/packages/robust",
          "/api/packages/bridges",
          "/api/packages/pivots",
          "/api/sequence/knots",
          "/api/sequence/ways-out",
          "/api/sequence/plan",
          "/api/sequence/forecast",
          "/api/sequence/control",
          "/api/sequence/exposure",
          "/api/sequence/slip",
          "/api/sequence/progress",
          "/api/sequence/outcomes",
          "/api/guarantees/duties",
          "/api/guarantees/coverage",
          "/api/guarantees/burden",
          "/api/guarantees/check",
          "/api/findings",
          "/api/findings/check",
          "/api/incidents",
          "/api/jobs",
          "/api/jobs/{job}/answer");

  private static final String COOKIE = "parley-language";
  private static final Duration KEPT = Duration.ofDays(365);

  private final Optional<Language> started;
  private final Predicate<String> isSpoken;

  /// @param started the language the server was started with; empty for none
  public Languages(Optional<Language> started) {
    this(started, SPOKEN::contains);
  }

  private Languages(Optional<Language> started, Predicate<String> isSpoken) {
    this.started = started;
    this.isSpoken = isSpoken;
  }

  /// Those of the pages that list the cases of a server: all.
  public static Languages ofServer(Optional<Language> started) {
    return new Languages(started, _ -> true);
  }

  /// The addresses whose answers speak every language, as the table has them.
  public static Set<String> spoken() {
    return SPOKEN;
  }

  /// The language of an answer.
  ///
  /// @param path the address as the table has it
  public Language of(Context ctx, String path) {
    boolean isFrame = path.startsWith(Address.FRAMES);
    if (!isSpoken.test(isFrame ? path.substring(Address.FRAMES.length()) : path)) {
      return Language.ENGLISH;
    }
    // what a frame on another site shows depends on no cookie
    String chosen = isFrame ? null : ctx.cookie(COOKIE);
    return (chosen == null ? Optional.<Language>empty() : Language.find(chosen))
        .or(() -> started)
        .or(() -> Language.negotiate(ctx.header("Accept-Language")))
        .orElse(Language.ENGLISH);
  }

  /// Stores the chosen language in a cookie.
  public static void choose(Context ctx, Language language, boolean isSecure) {
    Cookie cookie = new Cookie(COOKIE, language.tag());
    cookie.setPath(Link.toPresent(Address.BOARD));
    cookie.setHttpOnly(true);
    cookie.setSecure(isSecure);
    cookie.setSameSite(SameSite.LAX);
    cookie.setMaxAge((int) KEPT.toSeconds());
    ctx.cookie(cookie);
  }

  /// The page of this server that a form was sent from, without its host; the first page by
  /// default.
  public static String back(@Nullable String referer) {
    if (referer == null) {
      return Link.toPresent(Address.BOARD);
    }
    try {
      URI from = URI.create(referer);
      String path = from.getRawPath();
      // a path of two slashes would name another server
      return path == null || !path.startsWith("/") || path.startsWith("//")
          ? Link.toPresent(Address.BOARD)
          : path + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
    } catch (IllegalArgumentException e) {
      return Link.toPresent(Address.BOARD);
    }
  }
}
