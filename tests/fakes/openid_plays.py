"""What a provider can do wrong, by malice or by accident."""

from enum import StrEnum


class Play(StrEnum):
    """One thing that goes wrong at the provider."""

    WRONG_NONCE = "a token with the nonce of another sign-in"
    NO_NONCE = "a token without a nonce"
    WRONG_STATE = "an answer with a state that nobody gave"
    WRONG_AUDIENCE = "a token for another service"
    SEVERAL_AUDIENCES = "a token for us and for others, that another asked for"
    EXPIRED = "a token that is over"
    FROM_TOMORROW = "a token that was made tomorrow"
    WITHOUT_END = "a token that never ends"
    NO_ALGORITHM = "a token that nobody signed"
    PUBLIC_KEY_AS_SECRET = "a token signed with the public key as if it were a secret"
    CLIENT_SECRET = "a token signed with the client secret"
    STRANGE_KEY = "a token signed with a key that is not the provider's"
    WRONG_ISSUER = "a token of another provider"
    NO_SUBJECT = "a token about nobody"
    NO_TOKEN = "no token at all"
    OTHER_METADATA = "metadata of another provider"
    INSECURE_METADATA = "metadata with an address that is not secure"
    SOMEBODY_ELSES_USERINFO = "userinfo about somebody else"
    OTHER_ISSUER_IN_ANSWER = "an answer in the name of another provider"
    CODE_TAKEN_BACK = "a code that the provider no longer knows"
    CANCELLED = "a person who presses Cancel"
    DOWN = "an answer that says: closed for maintenance"
    SLOW = "an answer that does not come"
    DRIPPING = "an answer that comes a byte at a time"
    NONSENSE = "the sign-in page of a wireless network, where JSON should be"
    LIST = "JSON, but no object"
    HUGE = "an answer that does not end"
    ELSEWHERE = "an answer that sends us to another machine"


ON_THE_WIRE = {Play.DOWN, Play.SLOW, Play.DRIPPING, Play.NONSENSE, Play.LIST, Play.HUGE, Play.ELSEWHERE}
