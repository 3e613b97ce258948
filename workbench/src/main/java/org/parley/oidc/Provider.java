package org.parley.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A provider of identities, asked by the authorization code flow with PKCE. Thread-safe.
///
/// The discovery document is read with the first sign-in, and again every hour. A provider that
/// does not answer is asked again after [#REST] at the earliest.
public final class Provider implements AutoCloseable {

  private static final Duration KNOWN = Duration.ofHours(1);

  /// How long a provider that does not answer is left alone.
  static final Duration REST = Duration.ofSeconds(5);

  private static final int AT_ONCE = 16;
  private static final int LONGEST_PARAMETER = 4_000;

  private final OidcPlan plan;
  private final Supplier<URI> answerAt;
  private final InstantSource clock;
  private final ProviderCalls calls;
  private final Semaphore asking = new Semaphore(AT_ONCE);
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable ProviderData data;
  private volatile @Nullable Failure failure;

  private record Failure(ProviderException why, Instant at) {}

  /// @param answerAt the address of this server that the provider sends browsers back to
  public Provider(OidcPlan plan, Supplier<URI> answerAt, InstantSource clock) {
    this(plan, answerAt, clock, ProviderCalls.ANSWER);
  }

  /// @param longest how long an answer of the provider may take
  Provider(OidcPlan plan, Supplier<URI> answerAt, InstantSource clock, Duration longest) {
    this.calls = new ProviderCalls(longest);
    this.plan = plan;
    this.answerAt = answerAt;
    this.clock = clock;
  }

  /// The addresses that it names, after a check of its discovery document.
  public List<URI> discover() throws ProviderException {
    ProviderData known = data();
    return List.of(
        known.metadata().getAuthorizationEndpointURI(),
        known.metadata().getTokenEndpointURI(),
        known.metadata().getJWKSetURI());
  }

  /// The address to send a browser to, which signs in there.
  public URI authorization(SignInAttempt attempt) throws ProviderException {
    return bounded(() -> request(attempt));
  }

  private URI request(SignInAttempt attempt) throws ProviderException {
    Scope scope = new Scope("openid");
    plan.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, scope, new ClientID(plan.clientId()), answerAt.get())
        .endpointURI(data().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /// Where somebody signs out at the provider, if it names such an address and was asked before.
  ///
  /// @param then the address of this server to come back to
  public Optional<URI> signOut(URI then) {
    ProviderData known = data;
    URI end = known == null ? null : known.metadata().getEndSessionEndpointURI();
    return end == null
        ? Optional.empty()
        : Optional.of(
            new LogoutRequest(end, null, null, new ClientID(plan.clientId()), then, null, null)
                .toURI());
  }

  /// Whether an answer of the provider belongs to a sign-in.
  public static boolean isAnswerTo(SignInAttempt attempt, Map<String, List<String>> parameters) {
    List<String> given = parameters.getOrDefault("state", List.of());
    return given.size() == 1
        && MessageDigest.isEqual(
            given.getFirst().getBytes(StandardCharsets.UTF_8),
            attempt.state().getBytes(StandardCharsets.UTF_8));
  }

  /// Who signed in, by the answer that a browser brings.
  ///
  /// @param parameters those of the address; they belong to the sign-in
  public KnownPerson person(SignInAttempt attempt, Map<String, List<String>> parameters)
      throws ProviderException {
    return bounded(
        () -> {
          ProviderData known = data();
          AuthorizationCode code = code(known, parameters);
          OIDCTokens tokens = exchange(known, attempt, code);
          return person(known, validated(known, attempt, tokens), tokens.getAccessToken());
        });
  }

  /// One question among others.
  private interface Question<T> {
    T ask() throws ProviderException;
  }

  /// A provider that hangs holds up so many requests, and no more.
  private <T> T bounded(Question<T> question) throws ProviderException {
    if (!asking.tryAcquire()) {
      throw new ProviderException(ProviderFault.BUSY, "");
    }
    try {
      return question.ask();
    } finally {
      asking.release();
    }
  }

  private AuthorizationCode code(ProviderData known, Map<String, List<String>> parameters)
      throws ProviderException {
    for (String name : List.of("code", "iss", "error", "error_description", "response")) {
      List<String> given = parameters.getOrDefault(name, List.of());
      if (given.size() > 1 || given.stream().anyMatch(each -> each.length() > LONGEST_PARAMETER)) {
        throw new ProviderException(ProviderFault.STATE, name + " is given twice, or too long");
      }
    }
    checkIssuer(known, first(parameters, "iss"));
    String error = first(parameters, "error");
    if (error != null) {
      throw refused(ErrorObject.removeIllegalChars(error), first(parameters, "error_description"));
    }
    String code = first(parameters, "code");
    if (code == null || code.isEmpty()) {
      throw new ProviderException(ProviderFault.STATE, "the code is missing");
    }
    return new AuthorizationCode(code);
  }

  private static @Nullable String first(Map<String, List<String>> parameters, String name) {
    List<String> given = parameters.getOrDefault(name, List.of());
    return given.isEmpty() ? null : given.getFirst();
  }

  /// RFC 9207: a provider that says that it names itself has to, and another is refused.
  private void checkIssuer(ProviderData known, @Nullable String given) throws ProviderException {
    boolean isWrong =
        given == null
            ? known.metadata().supportsAuthorizationResponseIssuerParam()
            : !given.equals(plan.issuer().toString());
    if (isWrong) {
      throw new ProviderException(ProviderFault.ISSUER, given == null ? "" : given);
    }
  }

  private static ProviderException refused(String error, @Nullable String description) {
    ProviderFault fault =
        switch (error) {
          case "access_denied", "login_required", "consent_required", "interaction_required" ->
              ProviderFault.DENIED;
          case "temporarily_unavailable", "server_error" -> ProviderFault.AWAY;
          default -> ProviderFault.ERROR;
        };
    return new ProviderException(fault, error, description == null ? "" : description, null);
  }

  private OIDCTokens exchange(ProviderData known, SignInAttempt attempt, AuthorizationCode code)
      throws ProviderException {
    TokenRequest request =
        new TokenRequest.Builder(
                known.metadata().getTokenEndpointURI(),
                known.client(plan),
                new AuthorizationCodeGrant(
                    code, answerAt.get(), new CodeVerifier(attempt.verifier())))
            .build();
    try {
      HTTPResponse answer = request.toHTTPRequest().send(calls);
      TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
      if (tokens instanceof OIDCTokenResponse given && given.getOIDCTokens().getIDToken() != null) {
        return given.getOIDCTokens();
      }
      throw tokens.indicatesSuccess()
          ? new ProviderException(ProviderFault.TOKEN, "there is no ID token")
          : notExchanged(tokens.toErrorResponse().getErrorObject(), answer.getStatusCode());
    } catch (IOException e) {
      throw new ProviderException(ProviderFault.AWAY, String.valueOf(e.getMessage()), e);
    } catch (ParseException e) {
      throw new ProviderException(ProviderFault.ERROR, "its tokens cannot be read", e);
    }
  }

  private static ProviderException notExchanged(@Nullable ErrorObject error, int status) {
    String code = error == null || error.getCode() == null ? "" : error.getCode();
    ProviderFault fault =
        switch (code) {
          case "invalid_grant" -> ProviderFault.CODE;
          case "invalid_client", "unauthorized_client" -> ProviderFault.CLIENT;
          case "" -> status == 401 ? ProviderFault.CLIENT : ProviderFault.AWAY;
          default -> ProviderFault.ERROR;
        };
    return new ProviderException(fault, code.isEmpty() ? "status " + status : code);
  }

  private IDTokenClaimsSet validated(ProviderData known, SignInAttempt attempt, OIDCTokens tokens)
      throws ProviderException {
    try {
      IDTokenClaimsSet claims =
          known.validator().validate(tokens.getIDToken(), new Nonce(attempt.nonce()));
      boolean isForOther =
          claims.getAuthorizedParty() != null
              && !claims.getAuthorizedParty().getValue().equals(plan.clientId());
      if (isForOther || !KnownPerson.isSubject(claims.getSubject().getValue())) {
        throw new ProviderException(
            ProviderFault.TOKEN,
            isForOther ? "it is for another client" : "its subject is no text");
      }
      return claims;
    } catch (RemoteKeySourceException | JWKSetRetrievalException e) {
      throw new ProviderException(ProviderFault.AWAY, "its keys cannot be read", e);
    } catch (BadJOSEException | JOSEException e) {
      throw new ProviderException(ProviderFault.TOKEN, reason(e), e);
    }
  }

  /// The reason without the nonce, which is nobody's business.
  private static String reason(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.contains("(nonce)") ? words.replaceFirst(":.*", "") : words;
  }

  private KnownPerson person(
      ProviderData known, IDTokenClaimsSet token, @Nullable AccessToken access)
      throws ProviderException {
    PersonClaims claims = PersonClaims.of(token.toJSONObject());
    boolean needsGroups = !plan.roles().isEmpty() && !claims.has(plan.groupsClaim());
    boolean needsName = plan.makesAccounts() && !claims.has(plan.nameClaim());
    URI more = known.metadata().getUserInfoEndpointURI();
    if ((needsGroups || needsName) && more != null && access != null) {
      claims = claims.orElse(more(more, token.getSubject().getValue(), access));
    }
    return new KnownPerson(
        plan.issuer().toString(),
        token.getSubject().getValue(),
        claims.text(plan.nameClaim()),
        plan.roles().isEmpty() ? Set.of() : claims.texts(plan.groupsClaim()));
  }

  /// The claims at the address for them; only those about the same person.
  private PersonClaims more(URI where, String subject, AccessToken access)
      throws ProviderException {
    try {
      UserInfoResponse answer =
          UserInfoResponse.parse(new UserInfoRequest(where, access).toHTTPRequest().send(calls));
      UserInfo info = answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
      if (info == null || !info.getSubject().getValue().equals(subject)) {
        throw new ProviderException(
            ProviderFault.TOKEN, "its address for claims does not speak of the same person");
      }
      return PersonClaims.of(info.toJSONObject());
    } catch (IOException e) {
      throw new ProviderException(ProviderFault.AWAY, String.valueOf(e.getMessage()), e);
    } catch (ParseException e) {
      throw new ProviderException(ProviderFault.ERROR, "its claims cannot be read", e);
    }
  }

  /// The discovery document. One thread reads it, and the others wait.
  private ProviderData data() throws ProviderException {
    Instant now = clock.instant();
    Optional<ProviderData> known = known(now);
    if (known.isPresent()) {
      return known.get();
    }
    reading.lock();
    try {
      Optional<ProviderData> read = known(now);
      if (read.isPresent()) {
        return read.get();
      }
      Failure last = failure;
      if (last != null && now.isBefore(last.at.plus(REST))) {
        throw last.why;
      }
      return readData(now);
    } finally {
      reading.unlock();
    }
  }

  /// The document that another thread read within the hour.
  private Optional<ProviderData> known(Instant now) {
    return Optional.ofNullable(data).filter(each -> now.isBefore(each.at().plus(KNOWN)));
  }

  private ProviderData readData(Instant now) throws ProviderException {
    try {
      ProviderData read = ProviderData.read(plan, calls, now);
      data = read;
      failure = null;
      return read;
    } catch (ProviderException e) {
      failure = new Failure(e, now);
      throw e;
    }
  }

  /// Ends what is under way.
  @Override
  public void close() {
    calls.close();
  }
}
