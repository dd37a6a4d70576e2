/** Words that are often misspelt, and how. The spellings are those of Britain and America alike. */
const PAIRS = `
absence absense|accessible accessable|accidentally accidently|accommodate accomodate|accompany acompany
|according acording|account acount|accurate acurate|accurately acurately|achieve acheive|achieved acheived|achieving acheiving
|acknowledge acknowlege|acquire aquire|acquired aquired|across accross|actually actualy|additional aditional|address adress
|addresses adresses|adequate adaquate|administrator adminstrator|advantage advantadge|agreement agreemant|although altough
|amount ammount|amounts ammounts|apparent apparant|appearance apperance|application aplication|applications aplications
|applied aplied|appropriate apropriate|approximately aproximately|argument arguement|arguments arguements|assistance assistence
|associated asociated|attached atached|attempt attemt|automatically automaticaly|available availible|basically basicly
|because becuase|becoming becomming|before befor|beginning begining|behaviour behavoiur|behavior behavoir|being bieng
|believe beleive|believes beleives|beneficial benificial|benefit benifit|benefits benifits|between beetween|business buisness
|businesses buisnesses|calendar calender|careful carefull|category catagory|categories catagories|certain certian
|challenge challange|challenges challanges|changeable changable|changes chagnes|colleague collegue
|colleagues collegues|coming comming|commercial comercial|commitment committment|committed commited|committee commitee
|communicate comunicate|communication comunication|community comunity|company compnay|comparison comparision
|compatible compatable|compared comparred|completely completly|concentrate consentrate|conscious concious|consensus concensus
|consequences consequenses|consistent consistant|consistently consistantly|continuous continous|continuously continously
|convenient convienient|correct corect|correctly corectly|correspond corrispond|corresponding corrisponding
|curiosity curiousity|currently curently|decision descision|decisions descisions|definite definate|definitely definately
|definition defintion|dependency dependancy|dependencies dependancies|description discription|desirable desireable
|development developement|difference diffrence|differences diffrences|different diffrent|difficult dificult|disappear dissapear
|discipline disipline|discussion discusion|easily easly|effective efective|efficient eficient|eighth eigth|environment enviroment
|environments enviroments|equipment equiptment|equivalent equivilent|especially especialy|essential essencial
|eventually eventualy|everything everthing|evidence evidance|exactly exactley|example exmaple|examples exmaples|excellent excelent
|existence existance|existing exisiting|expect exspect|expense expence|experience experiance|experienced experianced
|explanation explaination|extremely extremly|familiar familar|feedback feedbak|finally finaly|following folowing|foreign foriegn
|forward foward|friend freind|fundamental fundemental|further futher|generally generaly|government goverment|guarantee garantee
|guarantees garantees|guidance guidence|happened happend|having haveing|height hieght|helpful helpfull|immediate imediate
|immediately immediatly|implementation implimentation|implement impliment|important importent|improvement improvment
|improvements improvments|including includeing|incredibly incredably|independent independant|independently independantly
|individual indivdual|individuals indivduals|information infomation|initial inital|initially initialy|intelligence inteligence
|interest intrest|interested intrested|interesting intresting|interrupt interupt|knowledge knowlege|language langauge
|languages langauges|leading leadding|length lenght|library libary|likely likley|maintain maintian|maintenance maintenence
|making makeing|management managment|manageable managable|manually manualy|many manny|meaning meanning|meanwhile meanwile
|member memeber|members memebers|message messege|messages messeges|minute minuite|minutes minuites|mistake misstake|mistakes misstakes
|multiple mutliple|necessary neccessary|necessarily necessarilly|negotiate negociate|noticeable noticable|occasion ocassion
|occasionally occasionaly|occur occurr|occurred occured|occurs occurrs|official offical|often offten|operation opperation
|operations opperations|opinion opinon|opportunity oppurtunity|opportunities oppurtunities|optional optionnal|original orignal
|originally orignally|otherwise otherwize|parallel paralel|particular perticular|particularly particulary|performance performence
|permanent permanant|permission permision|permissions permisions|persistent persistant|personal personnal|physical phisical|planning planing
|possible posible|possibly possibley|potential potentail|practical practicle|preferred prefered|preparation preperation|presence presense
|previous previos|previously previosly|privilege priviledge|privileges priviledges|probably probaly|problem probelm|problems probelms
|procedure proceedure|procedures proceedures|proceed procede|process proccess|processes proccesses|professional proffesional
|properly properley|publicly publically|purpose porpose|purposes porposes|quantity quanity|question quesiton|questions quesitons
|quickly quickley|really realy|reason reasson|receive recieve|received recieved|receives recieves|receiving recieving
|recommend reccomend|recommended reccomended|reference refrence|references refrences|referred refered
|relevant relevent|religious religous|remember remeber|repository repositry|required requierd|requirement requirment
|requirements requirments|research reserch|resource resourse|resources resourses|response responce|responses responces
|responsible responsable|responsibility responsability|responsibilities responsabilities|running runing|safety saftey
|schedule shedule|scheduled sheduled|secretary secratary|security securty|sensible sensable|sentence sentance|separate seperate
|separated seperated|separately seperately|several severel|significant signifigant|significantly signifigantly|similar similiar
|similarly similiarly|simply simpley|sincerely sincerly|situation situtation|situations situtations|sometimes sometims
|specific specfic|specifically specificaly|standard standart|standards standarts|statement statment|statements statments
|strategy stratagy|strength strenght|structure strucutre|successful succesful|successfully succesfully|sufficient sufficent
|suggest sugest|suggestions sugestions|support suport|supported suported|supports suports|surprise suprise|surprising suprising
|system sytem|systems sytems|technical tecnical|technique tecnique|techniques tecniques|technology tecnology|technologies tecnologies
|temporary temporery|thorough thourough|through throught|together togehter|tomorrow tommorow|transferred transfered
|truly truely|typically typicaly|understand undersand|understanding undestanding|unfortunately unfortunatly
|unnecessary unneccessary|until untill|using useing|usually usualy|valuable valuble|various varius|vehicle vehical|version verison
|versions verisons|visible visable|weight wieght|welcome wellcome|whether wether|which wich|without whithout
|writing writting|written writen|yourself youself`;

/** What somebody writes for a word that is often misspelt. */
export const MISSPELT: ReadonlyMap<string, string> = new Map(
  PAIRS.split('|').flatMap((pair) => {
    const [right = '', wrong = right] = pair.trim().split(' ');
    return right === wrong ? [] : [[right, wrong] as const];
  }),
);
