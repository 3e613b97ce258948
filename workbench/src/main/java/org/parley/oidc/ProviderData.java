package org.parley.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The checked discovery document of a provider, and the validator of its ID tokens.
///
/// @param at when it was read
record ProviderData(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant at) {

  /// Signatures by a key that the provider alone has. So neither `none` nor a secret of ours is
  /// one.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int CLOCKS_SECONDS = 60;
  private static final long KEYS_MILLIS = 5 * 60_000L;
  private static final long KEYS_WAIT_MILLIS = ProviderCalls.ANSWER.toMillis() + 1_000;
  private static final String WHERE = "/.well-known/openid-configuration";

  /// Reads it.
  static ProviderData read(OidcPlan plan, ProviderCalls calls, Instant now)
      throws ProviderException {
    String issuer = plan.issuer().toString();
    URI where = URI.create(issuer.replaceAll("/$", "") + WHERE);
    String text;
    try {
      text = calls.document(where);
    } catch (IOException e) {
      throw new ProviderException(ProviderFault.AWAY, String.valueOf(e.getMessage()), e);
    }
    try {
      return of(plan, calls, OIDCProviderMetadata.parse(text), now);
    } catch (ParseException | MalformedURLException e) {
      throw unfit("what it says of itself at " + where + " cannot be read", e);
    }
  }

  private static ProviderData of(
      OidcPlan plan, ProviderCalls calls, OIDCProviderMetadata metadata, Instant now)
      throws ProviderException, MalformedURLException {
    String issuer = plan.issuer().toString();
    if (!metadata.getIssuer().getValue().equals(issuer)) {
      throw unfit("it calls itself " + metadata.getIssuer().getValue(), null);
    }
    required("authorization_endpoint", metadata.getAuthorizationEndpointURI());
    required("token_endpoint", metadata.getTokenEndpointURI());
    URI keys = required("jwks_uri", metadata.getJWKSetURI());
    permitted("userinfo_endpoint", metadata.getUserInfoEndpointURI());
    permitted("end_session_endpoint", metadata.getEndSessionEndpointURI());
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(keys.toURL(), calls)
            .cache(KEYS_MILLIS, KEYS_WAIT_MILLIS)
            .refreshAheadCache(false)
            .build();
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(issuer),
            new ClientID(plan.clientId()),
            new JWSVerificationKeySelector<>(ALGORITHMS, source),
            null);
    validator.setMaxClockSkew(CLOCKS_SECONDS);
    return new ProviderData(metadata, validator, now);
  }

  private static URI required(String name, @Nullable URI address) throws ProviderException {
    if (address == null) {
      throw unfit("it names no " + name, null);
    }
    permitted(name, address);
    return address;
  }

  private static void permitted(String name, @Nullable URI address) throws ProviderException {
    if (address != null && !SafeAddress.isSafe(address)) {
      throw unfit("its " + name + " is " + address + ", without TLS", null);
    }
  }

  private static ProviderException unfit(String detail, @Nullable Exception cause) {
    return new ProviderException(ProviderFault.UNFIT, detail, cause);
  }

  /// How this server says which client it is: by a header, unless the provider takes the form
  /// alone.
  ClientAuthentication client(OidcPlan plan) throws ProviderException {
    ClientID id = new ClientID(plan.clientId());
    Secret secret = new Secret(plan.secret());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    if (methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
      return new ClientSecretBasic(id, secret);
    }
    if (methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
      return new ClientSecretPost(id, secret);
    }
    throw unfit("it takes no client secret", null);
  }
}
